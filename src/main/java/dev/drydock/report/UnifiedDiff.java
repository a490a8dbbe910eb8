package dev.drydock.report;

import dev.drydock.engine.FileDelta;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.NameBytes;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Differences between texts in the unified format, as {@code git diff} prints them and {@code git apply} takes them.
 *
 * <p>Lines keep their terminators, so that a change of line ending is a change, and a last line without one is marked.
 * The content of a confidential file is not printed; a remark stands in its place, which {@code git apply} passes over.
 */
public final class UnifiedDiff {
    private UnifiedDiff() {}

    /** Returns the differences of several files, one after the other; nothing for files without any. */
    public static String of(List<FileDelta> deltas) {
        StringBuilder out = new StringBuilder();
        deltas.forEach(delta -> out.append(of(delta)));
        return out.toString();
    }

    /** Returns the difference of one file. */
    public static String of(FileDelta delta) {
        if (delta.secret() && delta.isCreation()) {
            return "# new file " + quoted("", delta.path()) + "; its content is confidential\n";
        }
        return of(delta.path(), delta.before(), delta.after());
    }

    /** Returns the difference between two texts of one file; {@code before} is empty for a new file. */
    public static String of(ProjectPath path, Optional<String> before, String after) {
        return masked(path, before, after, text -> text).text();
    }

    /**
     * A difference without secrets.
     *
     * @param isComplete whether nothing in it is masked, so that it can be applied
     */
    public record Masked(String text, boolean isComplete) {}

    /**
     * Returns the difference between two texts of one file without the secrets in them. Unchanged lines that hold one are not
     * used as context where the patch can do without them.
     *
     * @param mask returns a text without its secrets, with the same number of lines
     */
    public static Masked masked(ProjectPath path, Optional<String> before, String after, UnaryOperator<String> mask) {
        if (before.isPresent() && before.get().equals(after)) {
            return new Masked("", true);
        }
        StringBuilder out = new StringBuilder();
        String oldName = quoted("a/", path);
        String newName = quoted("b/", path);
        if (before.isEmpty()) {
            out.append("diff --git ")
                    .append(oldName)
                    .append(' ')
                    .append(newName)
                    .append('\n');
            out.append("new file mode 100644\n");
            oldName = "/dev/null";
        }
        Hunks hunks = new Hunks(Lines.of(before.orElse(""), mask), Lines.of(after, mask), out);
        if (before.filter(text -> !text.isEmpty()).isPresent() || !after.isEmpty()) {
            out.append("--- ").append(oldName).append(tab(oldName)).append('\n');
            out.append("+++ ").append(newName).append(tab(newName)).append('\n');
            hunks.print();
        }
        return new Masked(out.toString(), hunks.isComplete());
    }

    /** git ends a name with a tab if the name holds a blank, so that other tools find its end. */
    private static String tab(String name) {
        return name.indexOf(' ') >= 0 ? "\t" : "";
    }

    /** Returns the name as git prints it: in quotes if it holds a control character, a quote, a backslash or non-ASCII. */
    private static String quoted(String prefix, ProjectPath path) {
        StringBuilder quoted = new StringBuilder("\"");
        boolean odd = false;
        boolean command = Printable.isCommand(path.value());
        for (byte b : NameBytes.of(prefix + path.value())) {
            int c = b & 0xFF;
            String escape = switch (c) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\t' -> "\\t";
                case '\r' -> "\\r";
                case 0x07 -> "\\a";
                case '\b' -> "\\b";
                case '\f' -> "\\f";
                case 0x0B -> "\\v";
                // git reads it back; who keeps the log sees no ##[command].
                case '#' -> command ? "\\043" : "";
                default -> c < ' ' || c >= 0x7F ? String.format("\\%03o", c) : "";
            };
            odd |= !escape.isEmpty();
            quoted.append(escape.isEmpty() ? String.valueOf((char) c) : escape);
        }
        return odd ? quoted.append('"').toString() : prefix + path.value();
    }
}

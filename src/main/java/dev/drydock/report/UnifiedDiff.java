package dev.drydock.report;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import dev.drydock.engine.FileDelta;
import dev.drydock.project.ProjectPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Differences between texts in the unified format, as {@code git diff} prints them and {@code git apply} takes them.
 *
 * <p>Lines keep their terminators, so that a change of line ending is a change, and a last line without one is marked.
 * The content of a confidential file is not printed; a remark stands in its place, which {@code git apply} passes over.
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /** The largest number of lines for which the shortest difference is looked for; larger ones are replaced whole. */
    private static final long LARGEST = 100_000;

    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

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
            return "# new file " + quoted("", delta.path()) + ", mode 100600; its content is confidential\n";
        }
        return of(delta.path(), delta.before(), delta.after());
    }

    /** Returns the difference between two texts of one file; {@code before} is empty for a new file. */
    public static String of(ProjectPath path, Optional<String> before, String after) {
        if (before.isPresent() && before.get().equals(after)) {
            return "";
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
        List<String> oldLines = lines(before.orElse(""));
        List<String> newLines = lines(after);
        if (!oldLines.isEmpty() || !newLines.isEmpty()) {
            out.append("--- ").append(oldName).append(tab(oldName)).append('\n');
            out.append("+++ ").append(newName).append(tab(newName)).append('\n');
            hunks(oldLines, newLines, out);
        }
        return out.toString();
    }

    /** git ends a name with a tab if the name holds a blank, so that other tools find its end. */
    private static String tab(String name) {
        return name.indexOf(' ') >= 0 ? "\t" : "";
    }

    /** Returns the lines of a text, each with its terminator; the last one may have none. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** One place where lines are exchanged; the ranges are half-open. */
    private record Block(int oldStart, int oldEnd, int newStart, int newEnd) {}

    private static List<Block> blocks(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> oldMiddle = before.subList(head, before.size() - tail);
        List<String> newMiddle = after.subList(head, after.size() - tail);
        if (oldMiddle.isEmpty() || newMiddle.isEmpty() || (long) oldMiddle.size() + newMiddle.size() > LARGEST) {
            return List.of(new Block(head, before.size() - tail, head, after.size() - tail));
        }
        List<Block> blocks = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(oldMiddle, newMiddle, null)) {
            add(
                    blocks,
                    new Block(
                            head + change.startOriginal,
                            head + change.endOriginal,
                            head + change.startRevised,
                            head + change.endRevised));
        }
        return blocks;
    }

    /** Adds a block; one that touches the block before it on both sides is part of that. */
    private static void add(List<Block> blocks, Block block) {
        if (!blocks.isEmpty()) {
            Block last = blocks.get(blocks.size() - 1);
            if (last.oldEnd() == block.oldStart() && last.newEnd() == block.newStart()) {
                blocks.set(
                        blocks.size() - 1, new Block(last.oldStart(), block.oldEnd(), last.newStart(), block.newEnd()));
                return;
            }
        }
        blocks.add(block);
    }

    private static void hunks(List<String> before, List<String> after, StringBuilder out) {
        List<Block> blocks = blocks(before, after);
        int first = 0;
        while (first < blocks.size()) {
            int last = first;
            while (last + 1 < blocks.size()
                    && blocks.get(last + 1).oldStart() - blocks.get(last).oldEnd() <= 2 * CONTEXT) {
                last++;
            }
            hunk(before, after, blocks.subList(first, last + 1), out);
            first = last + 1;
        }
    }

    private static void hunk(List<String> before, List<String> after, List<Block> blocks, StringBuilder out) {
        Block first = blocks.get(0);
        Block last = blocks.get(blocks.size() - 1);
        int lead = Math.min(CONTEXT, first.oldStart());
        int trail = Math.min(CONTEXT, before.size() - last.oldEnd());
        int oldStart = first.oldStart() - lead;
        int newStart = first.newStart() - lead;
        out.append("@@ -")
                .append(range(oldStart, last.oldEnd() + trail - oldStart))
                .append(" +")
                .append(range(newStart, last.newEnd() + trail - newStart))
                .append(" @@\n");
        int position = oldStart;
        for (Block block : blocks) {
            print(' ', before.subList(position, block.oldStart()), out);
            print('-', before.subList(block.oldStart(), block.oldEnd()), out);
            print('+', after.subList(block.newStart(), block.newEnd()), out);
            position = block.oldEnd();
        }
        print(' ', before.subList(position, position + trail), out);
    }

    private static String range(int start, int count) {
        int shown = count == 0 ? start : start + 1;
        return count == 1 ? String.valueOf(shown) : shown + "," + count;
    }

    private static void print(char mark, List<String> lines, StringBuilder out) {
        for (String line : lines) {
            out.append(mark).append(line);
            if (!line.endsWith("\n")) {
                out.append('\n').append(NO_NEWLINE);
            }
        }
    }

    /** Returns the name as git prints it: in quotes if it holds a control character, a quote, a backslash or non-ASCII. */
    private static String quoted(String prefix, ProjectPath path) {
        StringBuilder quoted = new StringBuilder("\"");
        boolean odd = false;
        for (byte b : (prefix + path.value()).getBytes(StandardCharsets.UTF_8)) {
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
                default -> c < ' ' || c >= 0x7F ? String.format("\\%03o", c) : "";
            };
            odd |= !escape.isEmpty();
            quoted.append(escape.isEmpty() ? String.valueOf((char) c) : escape);
        }
        return odd ? quoted.append('"').toString() : prefix + path.value();
    }
}

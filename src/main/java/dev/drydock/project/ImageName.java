package dev.drydock.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The name of an image without its tag, as a command, a setting or a FROM says it. What a variable holds that nothing tells is a hole
 * in it: {@code $(REGISTRY)/base} and {@code registry.example.com/base} may be the same image.
 */
final class ImageName {
    private static final char HOLE = '\0';
    private static final int DEEPEST = 4;
    private static final List<String> USUAL = List.of("docker-image://", "index.docker.io/", "docker.io/", "library/");

    private final String name;
    /** With its variables as they are written, in one form. */
    private final String written;

    private ImageName(String name, String written) {
        this.name = name;
        this.written = written;
    }

    /**
     * Reads a name.
     *
     * @param written as the text has it, with variables of a shell, of make, of compose or of a workflow
     * @param values what a variable holds, if that is known
     */
    static ImageName of(String written, Function<String, Optional<String>> values) {
        String filled = filled(written.replace("\"", "").replace("'", ""), values, 0);
        for (String prefix : USUAL) {
            filled = filled.startsWith(prefix) ? filled.substring(prefix.length()) : filled;
        }
        String bare = written.replace("\"", "").replace("'", "");
        for (String sign : List.of("{", "}", "(", ")")) {
            bare = bare.replace(sign, "");
        }
        return new ImageName(withoutTag(filled), withoutTag(bare));
    }

    private static String withoutTag(String text) {
        int digest = text.indexOf('@');
        String tagged = digest < 0 ? text : text.substring(0, digest);
        int tag = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        return tag < 0 ? tagged : tagged.substring(0, tag);
    }

    private static String filled(String text, Function<String, Optional<String>> values, int depth) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '`' || text.startsWith("{{", at)) {
                int close = text.charAt(at) == '`' ? text.indexOf('`', at + 1) : text.indexOf("}}", at) + 1;
                out.append(HOLE);
                at = close <= at ? text.length() : close + 1;
            } else if (text.charAt(at) != '$') {
                out.append(text.charAt(at++));
            } else if (text.startsWith("$$", at)) {
                at++;
            } else {
                int end = end(text, at + 1);
                out.append(value(text.substring(at + 1, end), values, depth));
                at = end;
            }
        }
        return out.toString();
    }

    /** Returns where the reference behind a dollar sign ends. */
    private static int end(String text, int from) {
        int at = from;
        if (at < text.length() && "{(".indexOf(text.charAt(at)) >= 0) {
            int depth = 0;
            do {
                depth += "{(".indexOf(text.charAt(at)) >= 0 ? 1 : "})".indexOf(text.charAt(at)) >= 0 ? -1 : 0;
                at++;
            } while (at < text.length() && depth > 0);
            return at;
        }
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at == from ? Math.min(text.length(), from + 1) : at;
    }

    private static String value(String reference, Function<String, Optional<String>> values, int depth) {
        int start = 0;
        int stop = reference.length();
        while (start < stop && "{( ".indexOf(reference.charAt(start)) >= 0) {
            start++;
        }
        while (stop > start && "}) ".indexOf(reference.charAt(stop - 1)) >= 0) {
            stop--;
        }
        String inner = reference.substring(start, stop);
        int end = 0;
        while (end < inner.length()
                && (Character.isLetterOrDigit(inner.charAt(end)) || "_.".indexOf(inner.charAt(end)) >= 0)) {
            end++;
        }
        String variable = inner.substring(inner.lastIndexOf('.', Math.max(0, end - 1)) + 1, end);
        String rest = inner.substring(end);
        boolean instead = rest.startsWith(":-") || rest.startsWith("-");
        Optional<String> known = rest.isEmpty() || instead
                ? values.apply(variable)
                        .or(() -> instead ? Optional.of(rest.substring(rest.indexOf('-') + 1)) : Optional.empty())
                : Optional.empty();
        return known.isPresent() && depth < DEEPEST
                ? filled(known.get().replace("\"", "").replace("'", ""), values, depth + 1)
                : String.valueOf(HOLE);
    }

    /** Returns whether both may name the same image, because they agree in what is known, the last part of the name above all. */
    boolean maySame(ImageName other) {
        if (isWhole() && other.isWhole()) {
            return !name.isEmpty() && name.equals(other.name);
        }
        return (written.startsWith("$") && written.equals(other.written)) || mayAgreeInAll(other);
    }

    private boolean mayAgreeInAll(ImageName other) {
        return mayAgree(last(name), last(other.name)) && mayLieIn(front(name), front(other.name));
    }

    /** Returns whether the last part of the name is this one. */
    boolean isCalled(String part) {
        return last(name).equals(part);
    }

    boolean isWhole() {
        return name.indexOf(HOLE) < 0;
    }

    private static boolean mayLieIn(String front, String other) {
        return front.indexOf(HOLE) >= 0 || other.indexOf(HOLE) >= 0 || front.equals(other);
    }

    private static boolean mayAgree(String one, String other) {
        if (one.indexOf(HOLE) < 0 && other.indexOf(HOLE) < 0) {
            return one.equals(other);
        }
        String head = head(one);
        String otherHead = head(other);
        String tail = tail(one);
        String otherTail = tail(other);
        boolean heads = head.startsWith(otherHead) || otherHead.startsWith(head);
        boolean tails = tail.endsWith(otherTail) || otherTail.endsWith(tail);
        int known = Math.min(head.length(), otherHead.length()) + Math.min(tail.length(), otherTail.length());
        return heads && tails && known > 1;
    }

    private static String head(String part) {
        int hole = part.indexOf(HOLE);
        return hole < 0 ? part : part.substring(0, hole);
    }

    private static String tail(String part) {
        return part.substring(part.lastIndexOf(HOLE) + 1);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String front(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}

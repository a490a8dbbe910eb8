package dev.drydock.script;

import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlScalar;
import java.util.Optional;

/**
 * The text of a YAML scalar, character by character. Only what is sure is read: the result is compared with the value that
 * the YAML parser found.
 */
final class ScalarText {
    private final YamlScalar scalar;
    private final Token token;
    private final SourceText file;
    private final String text;
    private final MappedText out;
    /** What was read, with the expressions that are put into the text before a shell sees it. */
    private final StringBuilder original = new StringBuilder();

    private ScalarText(YamlScalar scalar, Token token) {
        this.scalar = scalar;
        this.token = token;
        this.file = token.source();
        this.text = file.text();
        this.out = new MappedText(file);
    }

    /** Returns the scalar as a script; empty if an escape in it, or a style with a meaning of its own, stands in the way. */
    static Optional<Fragment> read(YamlScalar scalar) {
        return scalar.token()
                .filter(token -> !(scalar.isPlain() && scalar.isInFlow()))
                .flatMap(token -> new ScalarText(scalar, token).fragment());
    }

    private Optional<Fragment> fragment() {
        int start = token.range().start();
        int end = token.range().end();
        switch (scalar.style()) {
            case LITERAL -> block(start, end, false);
            case FOLDED -> block(start, end, true);
            case PLAIN -> folded(start, end, 0);
            default -> characters(start + 1, end - 1);
        }
        if (out.isBlank() || !withoutEnd(original.toString()).equals(withoutEnd(scalar.value()))) {
            return Optional.empty();
        }
        return Optional.of(out.fragment(host()));
    }

    private Fragment.Host host() {
        return switch (scalar.style()) {
            case SINGLE_QUOTED -> Fragment.Host.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Fragment.Host.DOUBLE_QUOTED;
            case PLAIN -> Fragment.Host.PLAIN;
            case FOLDED -> Fragment.Host.FOLDED;
            default -> Fragment.Host.BLOCK;
        };
    }

    private static String withoutEnd(String value) {
        String lines = value.replace("\r\n", "\n");
        int end = lines.length();
        while (end > 0 && lines.charAt(end - 1) == '\n') {
            end--;
        }
        return lines.substring(0, end);
    }

    /** Reads the lines below the header of a block, which all have the indentation of the first one with content. */
    private void block(int start, int end, boolean fold) {
        int line = Math.min(end, file.lineEndAt(start));
        int indentation = indentation(line, end);
        if (fold) {
            folded(line, end, indentation);
            return;
        }
        while (line < end) {
            int next = Math.min(end, file.lineEndAt(line));
            characters(Math.min(next, contentStart(line, next, indentation)), next);
            line = next;
        }
    }

    private int indentation(int from, int end) {
        int line = from;
        while (line < end) {
            int next = Math.min(end, file.lineEndAt(line));
            int first = contentStart(line, next, Integer.MAX_VALUE);
            if (first < next && text.charAt(first) != '\n' && text.charAt(first) != '\r') {
                return first - line;
            }
            line = next;
        }
        return 0;
    }

    private int contentStart(int line, int end, int indentation) {
        int i = line;
        while (i < end && i - line < indentation && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /** Reads lines that are joined by blanks. */
    private void folded(int start, int end, int indentation) {
        int line = start;
        while (line < end) {
            int content = Math.min(end, file.lineContentEndAt(line));
            int first = line == start && indentation == 0
                    ? line
                    : contentStart(line, content, indentation == 0 ? Integer.MAX_VALUE : indentation);
            int next = Math.min(end, file.lineEndAt(line));
            characters(first, content);
            if (next < end && next > content) {
                out.put(' ', content);
                original.append(' ');
            }
            line = next;
        }
    }

    private void characters(int start, int end) {
        int i = start;
        while (i < end) {
            int expression = expressionEnd(i, end);
            if (expression > i) {
                out.putExpansion(i, expression, "");
                original.append(text, i, expression);
                i = expression;
            } else {
                out.put(text.charAt(i), i);
                original.append(text.charAt(i));
                i++;
            }
        }
    }

    /** Returns the offset after the expression of GitHub or the input of GitLab that starts at {@code i}, else -1. */
    private int expressionEnd(int i, int end) {
        String closing = text.startsWith("${{", i) ? "}}" : text.startsWith("$[[", i) ? "]]" : "";
        int found = closing.isEmpty() ? -1 : text.indexOf(closing, i + 3);
        return found < 0 || found + 2 > end ? -1 : found + 2;
    }
}

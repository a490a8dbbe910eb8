package dev.drydock.syntax;

import java.util.List;
import java.util.TreeMap;

/**
 * Prints a tree for golden files: one line for each element, indented by depth, with kind, range, text and meaning.
 *
 * <p>A tree that prints back unchanged may still mean the wrong thing, so dumps show the meaning that nodes claim
 * ({@code tag="22.04"}), not only where they stand.
 */
public final class TreeDump {
    private final StringBuilder out = new StringBuilder();

    private TreeDump() {}

    /** Returns the dump of {@code root}, followed by one line for each problem. */
    public static String of(SyntaxNode root, List<Problem> problems) {
        TreeDump dump = new TreeDump();
        dump.append(root, 0);
        for (Problem problem : problems) {
            dump.out
                    .append("problem@")
                    .append(problem.range())
                    .append(' ')
                    .append(problem.severity())
                    .append(": ")
                    .append(problem.message())
                    .append('\n');
        }
        return dump.out.toString();
    }

    private void append(SyntaxElement element, int depth) {
        out.append("  ".repeat(depth));
        if (element instanceof SyntaxNode node) {
            out.append(node.getClass().getSimpleName()).append('@').append(node.range());
            new TreeMap<>(node.attributes())
                    .forEach((name, value) ->
                            out.append(' ').append(name).append('=').append(quote(value)));
            out.append('\n');
            for (SyntaxElement child : node.children()) {
                append(child, depth + 1);
            }
        } else {
            out.append(element).append('\n');
        }
    }

    /** Returns the text in double quotes with control characters, quotes and backslashes escaped. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                default -> {
                    if (c < ' ' || c == '\u007F' || c == '\uFEFF' || c == '\u00A0' || c == '\u0085') {
                        quoted.append(String.format("\\u%04X", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}

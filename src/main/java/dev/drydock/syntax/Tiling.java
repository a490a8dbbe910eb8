package dev.drydock.syntax;

/** The invariant of every tree: its tokens, in order, are its text. */
public final class Tiling {
    private Tiling() {}

    /**
     * Checks that the tokens of {@code root} cover its text without a gap or an overlap.
     *
     * @throws IllegalStateException if they do not, naming the first offending place; this is a defect of a parser
     */
    public static void check(SyntaxNode root) {
        int length = root.source().length();
        if (root.range().start() != 0 || root.range().end() != length) {
            throw new IllegalStateException("tree covers " + root.range() + " of 0.." + length);
        }
        checkNode(root);
    }

    // Children are gapless by construction of SyntaxNode, so what remains is that no token is empty and
    // that every element speaks of the same text.
    private static void checkNode(SyntaxNode node) {
        for (SyntaxElement child : node.children()) {
            if (child.source() != node.source()) {
                throw new IllegalStateException("element of another text: " + child);
            }
            if (child instanceof SyntaxNode inner) {
                checkNode(inner);
            } else if (child.range().isEmpty()) {
                throw new IllegalStateException("empty token: " + child);
            }
        }
    }
}

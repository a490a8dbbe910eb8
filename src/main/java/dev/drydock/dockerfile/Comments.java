package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.syntax.Token;
import java.util.List;
import java.util.Optional;

/**
 * Which comments belong to an instruction: the block of comment lines directly above it, without an empty line between.
 * Parser directives never do.
 */
public final class Comments {
    private Comments() {}

    /** Returns the comment lines directly above a top-level instruction, in order. */
    public static List<Token> above(Instruction instruction) {
        Optional<SyntaxNode> root = instruction.parent();
        if (root.isEmpty()) {
            return List.of();
        }
        List<SyntaxElement> siblings = root.get().children();
        int first = siblings.indexOf(instruction);
        int newlines = 0;
        int end = first;
        for (int i = first - 1; i >= 0 && siblings.get(i) instanceof Token token; i--) {
            if (token.kind() == DockerfileTokenKind.NEWLINE) {
                newlines++;
            } else if (token.kind() == DockerfileTokenKind.COMMENT) {
                newlines = 0;
                first = i;
            } else if (token.kind() != DockerfileTokenKind.BLANKS) {
                break;
            }
            if (newlines > 1) {
                break;
            }
        }
        return siblings.subList(first, end).stream()
                .filter(Token.class::isInstance)
                .map(Token.class::cast)
                .filter(token -> token.kind() == DockerfileTokenKind.COMMENT)
                .toList();
    }

    /** Returns the start of the line of the first comment that belongs to the instruction, or of its own line. */
    public static int startWithComments(Instruction instruction) {
        List<Token> comments = above(instruction);
        SyntaxElement first = comments.isEmpty() ? instruction : comments.get(0);
        return instruction.source().lineStartAt(first.range().start());
    }
}

package dev.drydock.engine;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.project.ProjectFile;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comments of a Dockerfile: in the block of comments directly above an instruction, or on a line of its own within its
 * continuation. A global comment of Drydock stands before the first instruction; hadolint takes its own anywhere.
 */
final class DockerfileSuppressionScanner implements SuppressionScanner {
    @Override
    public List<Suppression> scan(ProjectFile file) {
        if (!SuppressionComment.mayOccur(file.source().text())) {
            return List.of();
        }
        List<Suppression> found = new ArrayList<>();
        List<Suppression> block = new ArrayList<>();
        Dockerfile dockerfile = file.dockerfile();
        boolean head = true;
        boolean lineHasContent = false;
        for (SyntaxElement child : dockerfile.children()) {
            if (child instanceof Instruction instruction) {
                block.forEach(comment -> found.add(comment.withScope(instruction.range())));
                block.clear();
                within(instruction, found);
                head = false;
                lineHasContent = true;
            } else if (child instanceof Token token && token.kind() == DockerfileTokenKind.NEWLINE) {
                if (!lineHasContent) {
                    flush(block, found);
                }
                lineHasContent = false;
            } else if (child instanceof Token token && token.kind() == DockerfileTokenKind.COMMENT) {
                lineHasContent = true;
                boolean isHead = head;
                parse(token).ifPresent(comment -> addComment(comment, isHead, block, found, file));
            } else if (!(child instanceof Token)) {
                lineHasContent = true;
            }
        }
        flush(block, found);
        return found;
    }

    private static void addComment(
            Suppression comment, boolean head, List<Suppression> block, List<Suppression> found, ProjectFile file) {
        if (!comment.global()) {
            block.add(comment);
        } else if (head || comment.origin() == Suppression.Origin.HADOLINT) {
            found.add(comment.withScope(new TextRange(0, file.source().length())));
        } else {
            found.add(ineffective(comment));
        }
    }

    /** Comments with no instruction below them hold nowhere. */
    private static void flush(List<Suppression> block, List<Suppression> found) {
        block.forEach(comment -> found.add(ineffective(comment)));
        block.clear();
    }

    private static Suppression ineffective(Suppression comment) {
        TextRange nowhere = TextRange.at(comment.comment().start());
        return new Suppression(comment.comment(), nowhere, comment.names(), comment.origin(), false, comment.reason());
    }

    private static void within(Instruction instruction, List<Suppression> found) {
        instruction
                .leaves()
                .filter(token -> token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT)
                .forEach(token -> parse(token)
                        .filter(comment -> !comment.global())
                        .ifPresent(comment -> found.add(comment.withScope(instruction.range()))));
    }

    private static Optional<Suppression> parse(Token token) {
        String text = token.source().text();
        int start = text.indexOf('#', token.range().start());
        int end = token.range().end();
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start < 0 || start >= end ? Optional.empty() : SuppressionComment.parse(text, start, end);
    }
}

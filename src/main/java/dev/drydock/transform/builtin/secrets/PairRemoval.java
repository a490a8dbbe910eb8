package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.Mentions;
import java.util.List;
import java.util.Optional;

/** Takes one pair out of an ARG or ENV. */
final class PairRemoval {
    private PairRemoval() {}

    /** Returns the edit, or empty if a comment stands in the way. */
    static Optional<TextEdit> of(
            DockerfileEditor editor, Instruction instruction, List<KeyValue> pairs, KeyValue pair) {
        if (pairs.size() == 1) {
            boolean own = Mentions.word(comment(instruction), pair.name());
            return Optional.of(
                    own ? editor.deleteWithAllComments(instruction) : editor.deleteWithComments(instruction));
        }
        int index = pairs.indexOf(pair);
        boolean last = index == pairs.size() - 1;
        // From neighbour to neighbour, so that continuations stay complete.
        TextRange range = last
                ? new TextRange(pairs.get(index - 1).range().end(), pair.range().end())
                : new TextRange(
                        pair.range().start(), pairs.get(index + 1).range().start());
        List<TextRange> comments = instruction
                .leaves()
                .filter(token -> token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT)
                .map(token -> token.range())
                .filter(range::overlaps)
                .toList();
        if (comments.isEmpty()) {
            return Optional.of(TextEdit.delete(range));
        }
        // A comment below speaks of what follows: only the lines of the pair go.
        return last ? Optional.empty() : Optional.of(TextEdit.delete(lines(instruction, pair, comments.get(0))));
    }

    private static TextRange lines(Instruction instruction, KeyValue pair, TextRange comment) {
        SourceText source = instruction.source();
        int start = source.lineStartAt(pair.range().start());
        boolean own = source.slice(new TextRange(start, pair.range().start())).isBlank();
        int below = source.lineStartAt(comment.start());
        if (own) {
            return new TextRange(start, below);
        }
        int end = pair.range().end();
        while (" \t".indexOf(source.text().charAt(end)) >= 0) {
            end++;
        }
        return new TextRange(pair.range().start(), end);
    }

    /** Returns the sentence that announces a comment that is left without what it stood above, if that is so. */
    static Optional<String> orphan(
            DockerfileEditor editor, Instruction instruction, List<KeyValue> pairs, KeyValue pair) {
        String comment = comment(instruction);
        boolean stays = pairs.size() == 1
                && !comment.isBlank()
                && !Mentions.word(comment, pair.name())
                && editor.deleteWithComments(instruction).equals(editor.delete(instruction));
        return stays
                ? Optional.of("The comment above line " + instruction.line() + " stays; it may have spoken of "
                        + pair.name() + " alone.")
                : Optional.empty();
    }

    private static String comment(Instruction instruction) {
        int start = Comments.startWithComments(instruction);
        int line = instruction.source().lineStartAt(instruction.range().start());
        return instruction.source().slice(new TextRange(Math.min(start, line), line));
    }
}

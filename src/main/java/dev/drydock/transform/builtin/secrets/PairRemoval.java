package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Takes one pair out of an ARG or ENV. */
final class PairRemoval {
    private PairRemoval() {}

    /** Returns the edit, or empty if a comment stands in the way. */
    static Optional<TextEdit> of(
            DockerfileEditor editor, Instruction instruction, List<KeyValue> pairs, KeyValue pair) {
        if (pairs.size() == 1) {
            return Optional.of(editor.delete(instruction));
        }
        int index = pairs.indexOf(pair);
        boolean last = index == pairs.size() - 1;
        // From neighbour to neighbour, so that continuations stay complete.
        TextRange range = last
                ? new TextRange(pairs.get(index - 1).range().end(), pair.range().end())
                : new TextRange(
                        pair.range().start(), pairs.get(index + 1).range().start());
        boolean comment = instruction
                .leaves()
                .anyMatch(token -> token.kind() == DockerfileTokenKind.COMMENT
                        && token.range().overlaps(range));
        return comment ? Optional.empty() : Optional.of(TextEdit.delete(range));
    }
}

package dev.drydock.yaml.edit;

import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** What came of the verbs of one {@link YamlEditor}: edits that were proved, or the reason why there are none. */
public sealed interface YamlEdits {

    /** Disjoint edits, ordered by position, no two at one offset; to be applied together. */
    record Proved(List<TextEdit> list) implements YamlEdits {
        public Proved {
            list = List.copyOf(list);
        }
    }

    /**
     * Nothing may be changed.
     *
     * @param reason why, one line, no final full stop
     * @param where the place that is in the way
     */
    record Refused(String reason, TextRange where) implements YamlEdits {}

    /** Returns the edits, or empty if they were refused. */
    default Optional<List<TextEdit>> edits() {
        return this instanceof Proved proved ? Optional.of(proved.list()) : Optional.empty();
    }

    default Optional<Refused> refusal() {
        return this instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }
}

package dev.drydock.report;

import dev.drydock.edit.Safety;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a file, and what becomes of it.
 *
 * @param rule the id of the transform
 * @param code its stable code
 * @param place where, in the file as it was before the run
 * @param excerpt the first line of the place, for fingerprints that survive when lines are added above
 * @param status what becomes of it
 * @param safety what its repair promises, if there is one
 * @param message what is wrong, one line, without a full stop
 * @param remedy what is done, or why nothing is, or what a person should do; empty if there is nothing to say
 * @param assumptions what a person should check
 * @param notes what a person must know or do afterwards
 * @param proof what a trial of the repair showed, if there was one
 * @param replacements what changes for this issue alone, in the file as it was; empty if that cannot be told apart
 *     from the other changes
 */
public record Issue(
        String rule,
        String code,
        Place place,
        String excerpt,
        Status status,
        Optional<Safety> safety,
        String message,
        String remedy,
        List<String> assumptions,
        List<String> notes,
        Optional<String> proof,
        List<Replacement> replacements) {

    public Issue {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(code);
        Objects.requireNonNull(place);
        Objects.requireNonNull(excerpt);
        Objects.requireNonNull(status);
        Objects.requireNonNull(safety);
        Objects.requireNonNull(message);
        Objects.requireNonNull(remedy);
        Objects.requireNonNull(proof);
        assumptions = List.copyOf(assumptions);
        notes = List.copyOf(notes);
        replacements = List.copyOf(replacements);
    }

    /** The text at a place, replaced by another. */
    public record Replacement(Place place, String text) {}

    /** Returns this finding with its repair, if there is one, not written. */
    Issue undone() {
        return status != Status.REPAIRED
                ? this
                : new Issue(
                        rule,
                        code,
                        place,
                        excerpt,
                        Status.ABSTAINED,
                        safety,
                        message,
                        "the file could not be written",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of());
    }

    /** Returns the word that reports print in brackets: the level of the repair, or why there is none. */
    public String label() {
        return switch (status) {
            case REPAIRED, ABOVE_LEVEL -> safety.map(Safety::label).orElse("fix");
            case ABSTAINED -> "left";
            case ADVICE -> "advice";
        };
    }
}

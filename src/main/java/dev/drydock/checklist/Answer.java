package dev.drydock.checklist;

import java.util.List;
import java.util.Objects;

/**
 * The answer to one question for one project.
 *
 * @param evidence what it rests on, at least one for pass and fail; what speaks against comes first
 * @param remedies what to do, commands first; empty unless the verdict is fail
 */
public record Answer(Question question, Verdict verdict, List<Evidence> evidence, List<String> remedies) {
    public Answer {
        Objects.requireNonNull(question);
        Objects.requireNonNull(verdict);
        evidence = List.copyOf(evidence);
        remedies = List.copyOf(remedies);
    }
}

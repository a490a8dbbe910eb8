package dev.drydock.transform;

import dev.drydock.edit.Rewrite;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextRange;
import java.util.Objects;
import java.util.Optional;

/**
 * One place that a transform judged.
 *
 * @param transform the id of the transform
 * @param path the file
 * @param range the place, as small as it can be named
 * @param message what is wrong there, one line, no final full stop: "the final stage runs as root"
 * @param outcome what can be done about it
 */
public record Finding(String transform, ProjectPath path, TextRange range, String message, Outcome outcome) {

    public Finding {
        Objects.requireNonNull(transform);
        Objects.requireNonNull(path);
        Objects.requireNonNull(range);
        Objects.requireNonNull(message);
        Objects.requireNonNull(outcome);
    }

    public Optional<Rewrite> rewrite() {
        return outcome instanceof Outcome.Repair repair ? Optional.of(repair.rewrite()) : Optional.empty();
    }

    /** Returns whether something is wrong here; a near miss is not a finding. */
    public boolean isDefect() {
        return !(outcome instanceof Outcome.NotNeeded);
    }
}

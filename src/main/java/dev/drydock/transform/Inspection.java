package dev.drydock.transform;

import dev.drydock.project.Project;
import java.util.Objects;

/**
 * What a transform is asked to judge, and with which knowledge and options.
 *
 * @param project the files, as they are now
 * @param facts what is known from outside
 * @param options the options of this transform, as its page declares them
 */
public record Inspection(Project project, Facts facts, Options options) {
    public Inspection {
        Objects.requireNonNull(project);
        Objects.requireNonNull(facts);
        Objects.requireNonNull(options);
    }
}

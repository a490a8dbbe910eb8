package dev.drydock.engine;

import dev.drydock.project.ProjectPath;
import java.util.Optional;

/**
 * One file before and after a change.
 *
 * @param before its text, or empty if the change created it
 * @param after its text afterwards
 * @param secret whether the content is confidential: it is never printed
 */
public record FileDelta(ProjectPath path, Optional<String> before, String after, boolean secret) {
    public boolean isCreation() {
        return before.isEmpty();
    }
}

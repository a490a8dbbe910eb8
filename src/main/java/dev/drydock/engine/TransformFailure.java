package dev.drydock.engine;

import dev.drydock.project.ProjectPath;
import java.util.List;

/**
 * A transform that failed. None of its rewrites is part of the result.
 *
 * @param transform the id
 * @param files what it was looking at
 * @param cause what it threw
 */
public record TransformFailure(String transform, List<ProjectPath> files, Throwable cause) {
    /** Returns one line. */
    public String message() {
        return "the transform " + transform + " failed on "
                + String.join(", ", files.stream().map(ProjectPath::toString).toList()) + ": "
                + new Fault(cause).summary();
    }
}

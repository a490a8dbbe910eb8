package dev.drydock.trial;

import dev.drydock.project.Project;
import java.util.Map;

/** Starts a part of a project and watches it: an image, the services of a compose file, the containers of a script. */
interface Rig {
    /**
     * Starts the original; what it finds is what repairs are measured by.
     *
     * @return what was seen, by the name of the container
     * @throws TrialFailedException if it cannot be tried
     */
    Map<String, Comparison> original(Project project) throws TrialFailedException;

    /**
     * Starts a version with repairs.
     *
     * @throws TrialFailedException if it does not build or start, with the reason
     */
    Map<String, Observation> repaired(Project version) throws TrialFailedException;

    /** Returns the containers that are not started, by name, with the reason. */
    default Map<String, String> refused() {
        return Map.of();
    }
}

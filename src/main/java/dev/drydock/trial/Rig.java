package dev.drydock.trial;

import dev.drydock.evidence.FindingKey;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Returns the path of the Dockerfile that a container is built from, by the name of the container. */
    default Map<String, ProjectPath> dockerfiles() {
        return Map.of();
    }

    /** Returns the digests of the images that it built on or started, by their names. */
    default Map<String, String> bases() {
        return Map.of();
    }

    /**
     * Starts a version in which one container has no other capabilities than these.
     *
     * @return what was seen, by name; empty if this cannot be tried here
     */
    default Optional<Map<String, Observation>> withCapabilities(
            Project version, String container, List<String> capabilities) throws TrialFailedException {
        return Optional.empty();
    }

    /**
     * Returns what the images that a version builds hold, by the name of the container.
     *
     * @throws TrialFailedException if it does not build
     */
    default Map<String, ImageContent> contents(Project version) throws TrialFailedException {
        return Map.of();
    }

    /** Returns whether a repair changes something that was started, so that a trial decides about it. */
    boolean covers(FindingKey repair);
}

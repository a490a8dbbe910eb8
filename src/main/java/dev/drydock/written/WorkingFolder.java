package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import java.util.Optional;
import java.util.Set;

/**
 * The directory that a container starts in, against which relative paths are resolved.
 *
 * @param path absolute
 * @param own whether it is one of the application, which is handed over as a whole: what is written there need not be known
 */
record WorkingFolder(String path, boolean own) {
    private static final String TOP = "/";
    /** Directories that hold those of others. */
    private static final Set<String> SHARED = Set.of(
            TOP,
            "/etc",
            "/home",
            "/mnt",
            "/opt",
            "/srv",
            "/usr",
            "/usr/local",
            "/usr/src",
            "/var",
            "/var/lib",
            "/var/log");

    /**
     * Judges what a build says.
     *
     * @param named the directory that a WORKDIR names
     * @param ofImage the one of the image, which stays as it is
     */
    static WorkingFolder of(Optional<String> named, Optional<String> ofImage, Writers writers) {
        boolean own = named.filter(folder -> !SHARED.contains(folder) && !writers.isNever(folder))
                .isPresent();
        return new WorkingFolder(named.or(() -> ofImage).orElse(TOP), own);
    }

    /** The top directory of a container of which only mounts are looked at. */
    static WorkingFolder ofMounts() {
        return new WorkingFolder(TOP, true);
    }

    /** Returns whether it has to be known that a relative path is written. */
    boolean asks(PathText path) {
        return !own && !path.isAbsolute();
    }
}

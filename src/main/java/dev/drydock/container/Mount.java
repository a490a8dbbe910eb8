package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that is mounted into a container.
 *
 * @param target the path in the container, absolute and normalised
 * @param source the path of the host or the name of the volume as it is written; empty for tmpfs and anonymous volumes
 * @param readOnly whether the container cannot write to it
 * @param nature what is known of its content
 */
public record Mount(Kind kind, String target, Optional<String> source, boolean readOnly, Nature nature) {

    private static final List<String> CONFIDENTIAL =
            List.of(".pem", ".key", "cert", "ssl", "tls", "secret", "passw", "acme.json");

    /** What a mount is of. */
    public enum Kind {
        /** A file or folder of the host. */
        BIND,
        /** A volume of the engine. */
        VOLUME,
        TMPFS,
        /** A secret or config that is a file of the host. */
        FILE
    }

    /** What is known of the content of a mount. */
    public enum Nature {
        /** Nothing, or that it is read here. */
        PLAIN,
        /** Settings of the program that are not there to be read: missing, ignored by Git, or on the host. */
        UNREAD_SETTINGS,
        /** A single file that the program fills: a log, a database, what it wants to remember. */
        STATE
    }

    public Mount {
        target = ContainerPath.normalise(target);
    }

    /** Returns a mount of which nothing else is known. */
    public Mount(Kind kind, String target, Optional<String> source, boolean readOnly) {
        this(kind, target, source, readOnly, Nature.PLAIN);
    }

    Mount with(Nature known) {
        return new Mount(kind, target, source, readOnly, known);
    }

    /** Returns whether what is written to {@code path} goes to this mount. */
    public boolean covers(String path) {
        return ContainerPath.isWithin(ContainerPath.normalise(path), target);
    }

    /** Returns the mount that a path lies in, the deepest one. */
    public static Optional<Mount> of(String path, List<Mount> mounts) {
        return mounts.stream()
                .filter(mount -> mount.covers(path))
                .max(Comparator.comparingInt(mount -> mount.target().length()));
    }

    /** Returns whether the name says that a single file is mounted: the last part of both paths has a suffix. */
    public boolean looksLikeFile() {
        return kind == Kind.FILE
                || (hasSuffix(target) && source.map(Mount::hasSuffix).orElse(false));
    }

    /** Returns whether the name says that keys or secrets of the host are mounted, which only their owner may read. */
    public boolean looksConfidential() {
        String path = (source.orElse("") + target).toLowerCase(Locale.ROOT);
        return kind == Kind.BIND && CONFIDENTIAL.stream().anyMatch(path::contains);
    }

    private static boolean hasSuffix(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 && dot < name.length() - 1 && !name.endsWith(".d");
    }
}

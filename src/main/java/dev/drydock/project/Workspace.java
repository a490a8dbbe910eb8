package dev.drydock.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Read-only access to the files around those that are judged: build contexts, ignore files, entrypoint scripts.
 *
 * <p>Evidence only: nothing that is found here is ever run. Implementations never follow a symbolic link out of the
 * project, never read a device or a socket, and never throw on what they find; a file that cannot be read is absent.
 */
public interface Workspace {
    /** What a path is. */
    enum Kind {
        FILE,
        FOLDER,
        /**
         * Something is in the way that is neither: a symbolic link that leads nowhere or out of the project, a device, or a
         * path below one of these or below a file. There is nothing to read, and nothing can be made there.
         */
        OTHER,
        /** Nothing, so that a file can be made. */
        ABSENT
    }

    /** What is said of a name at which {@link Kind#OTHER} is. */
    String LEADS_NOWHERE = "is there, but leads to no file of the project";

    /** A workspace without any file: standard input, or a file judged alone. Absence there proves nothing. */
    Workspace UNKNOWN = new Workspace() {
        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public Kind kind(ProjectPath path) {
            return Kind.ABSENT;
        }

        @Override
        public Optional<byte[]> read(ProjectPath path, int limit) {
            return Optional.empty();
        }

        @Override
        public boolean isReadableByAll(ProjectPath path) {
            return true;
        }

        @Override
        public boolean isCloned(ProjectPath path) {
            return true;
        }

        @Override
        public List<ProjectPath> list(ProjectPath folder) {
            return List.of();
        }
    };

    /** Returns whether the files are there to look at, so that the absence of one is evidence. */
    boolean isKnown();

    Kind kind(ProjectPath path);

    /** Returns the bytes of a regular file of at most {@code limit} bytes, or empty if it is larger or not there. */
    Optional<byte[]> read(ProjectPath path, int limit);

    /**
     * Returns whether the mode of a file or folder lets everybody read it. COPY keeps the mode, so what only its owner may
     * read is lost to a container that does not run as root. True where modes are not kept, as in Git.
     */
    boolean isReadableByAll(ProjectPath path);

    /**
     * Returns whether somebody who clones the repository has the file, too. In a repository it must be tracked; without one,
     * no ignore file for Git may name it.
     */
    boolean isCloned(ProjectPath path);

    /** Returns whether the file is known to be under version control; false where there is no repository. */
    default boolean isTracked(ProjectPath path) {
        return false;
    }

    /** Returns whether the name is a symbolic link, so that what is written there changes a file of another name. */
    default boolean isLink(ProjectPath path) {
        return false;
    }

    /**
     * Returns whether the file is judged in the same run by the same rules, in this project or in another one, so that what is
     * told for it need not be told again.
     */
    default boolean isJudged(ProjectPath path) {
        return false;
    }

    /**
     * Returns what is found out by looking through all files, made when first asked for. Projects of one run that lie in the same folder
     * share it, so it must not depend on which of them asks.
     */
    default <T> T shared(Class<T> type, Supplier<T> make) {
        return make.get();
    }

    /** Returns what lies directly in a folder, sorted by name; empty if it is no folder. */
    List<ProjectPath> list(ProjectPath folder);
}

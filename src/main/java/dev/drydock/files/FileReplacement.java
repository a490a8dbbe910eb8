package dev.drydock.files;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** One file and what shall stand in it. */
public final class FileReplacement {
    private final Path file;
    private final Path root;
    private final Optional<byte[]> before;
    private final byte[] after;
    private final boolean confidential;

    /**
     * @param file its path, absolute; may be a symbolic link
     * @param root the folder that must hold what is written, absolute
     * @param before the bytes that it must hold now; empty if it must not be there
     * @param after the bytes that it shall hold
     * @param confidential whether a new file is for its owner's eyes only
     */
    public FileReplacement(Path file, Path root, Optional<byte[]> before, byte[] after, boolean confidential) {
        this.file = Objects.requireNonNull(file);
        this.root = Objects.requireNonNull(root);
        this.before = before.map(byte[]::clone);
        this.after = after.clone();
        this.confidential = confidential;
    }

    /** Returns the replacement that takes this one back. */
    FileReplacement reverse() {
        return new FileReplacement(file, root, Optional.of(after), before.orElseThrow(), confidential);
    }

    Path file() {
        return file;
    }

    Path root() {
        return root;
    }

    Optional<byte[]> before() {
        return before.map(byte[]::clone);
    }

    byte[] after() {
        return after.clone();
    }

    boolean confidential() {
        return confidential;
    }
}

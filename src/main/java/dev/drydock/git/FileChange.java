package dev.drydock.git;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** One file of a commit: new content for a file that is there, or a file that is new. The mode of a file is kept. */
public final class FileChange {
    private final String path;
    private final byte[] before;
    private final byte[] after;

    private FileChange(String path, byte[] before, byte[] after) {
        this.path = Objects.requireNonNull(path);
        this.before = before;
        this.after = after.clone();
    }

    /** Returns the change of the file at {@code path}, which holds {@code before}. */
    public static FileChange edit(String path, byte[] before, byte[] after) {
        return new FileChange(path, before.clone(), after);
    }

    /** Returns the change that adds a file at {@code path}, where there is none. */
    public static FileChange add(String path, byte[] content) {
        return new FileChange(path, null, content);
    }

    /** Returns the path from the root of the repository, segments divided by {@code /}. */
    public String path() {
        return path;
    }

    /** Returns what the file holds before the change; empty if the change adds it. */
    public Optional<byte[]> before() {
        return Optional.ofNullable(before).map(byte[]::clone);
    }

    /** Returns what the file holds after the change. */
    public byte[] after() {
        return after.clone();
    }

    public boolean isNew() {
        return before == null;
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return before != null && Arrays.equals(before, after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileChange change
                && change.path.equals(path)
                && Arrays.equals(change.before, before)
                && Arrays.equals(change.after, after);
    }

    @Override
    public int hashCode() {
        return path.hashCode() * 31 + Arrays.hashCode(after);
    }

    @Override
    public String toString() {
        return (isNew() ? "add " : "edit ") + path;
    }
}

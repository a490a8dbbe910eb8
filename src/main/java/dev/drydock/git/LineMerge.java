package dev.drydock.git;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;

/** Tells whether Git would merge two changes of a file by itself. */
public final class LineMerge {
    private LineMerge() {}

    /**
     * Returns whether merging {@code one} and {@code other} stops with a conflict.
     *
     * @param before what both started from; empty if both make the file
     */
    public static boolean conflicts(Optional<byte[]> before, byte[] one, byte[] other) {
        if (before.isEmpty()) {
            return !Arrays.equals(one, other);
        }
        return new MergeAlgorithm()
                .merge(RawTextComparator.DEFAULT, new RawText(before.get()), new RawText(one), new RawText(other))
                .containsConflicts();
    }
}

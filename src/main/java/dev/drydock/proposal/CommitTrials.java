package dev.drydock.proposal;

import dev.drydock.evidence.Evidence;
import dev.drydock.git.HeadFiles;
import java.io.IOException;

/** Tries which repairs of a commit hold. */
@FunctionalInterface
public interface CommitTrials {
    /** Nothing is tried. */
    CommitTrials NONE = files -> Evidence.NONE;

    /**
     * Returns what the trials showed, with paths from the root of the commit.
     *
     * @throws IOException if the files of the commit cannot be laid out
     */
    Evidence of(HeadFiles files) throws IOException;
}

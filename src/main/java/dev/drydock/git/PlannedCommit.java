package dev.drydock.git;

import java.util.List;

/**
 * A commit to be made.
 *
 * @param message without the trailers that {@link BranchCommitter} adds
 * @param files what changes against the commit before it; not empty
 */
public record PlannedCommit(CommitMessage message, List<FileChange> files) {
    public PlannedCommit {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a commit needs a change");
        }
    }
}

package dev.drydock.pullrequest;

import dev.drydock.forge.ChangeRequest;
import dev.drydock.git.FileChange;
import dev.drydock.git.PlannedCommit;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One thing that a run will do, or why it will do nothing.
 *
 * @param group the group; for a request that is to be closed, what its branch is called after the prefix
 * @param reason one line for people
 * @param existing the open request, if there is one
 * @param title of the request after the action
 * @param body of the request after the action
 * @param commits what the branch will hold on top of the base; empty if it is not pushed
 * @param files the change of each file against the base
 * @param push where the branch goes: from what it is now (zero: does not exist) to what it will be (zero: deleted)
 * @param retarget the base that the open request is to have, if it aims at another one
 */
public record PlannedAction(
        Kind kind,
        String group,
        String branch,
        String reason,
        Optional<ChangeRequest> existing,
        String title,
        String body,
        List<PlannedCommit> commits,
        List<FileChange> files,
        Optional<Move> push,
        Optional<String> retarget) {

    /** What is done with a group. */
    public enum Kind {
        /** Push the branch and open a request. */
        CREATE(true),
        /** Push the branch anew and update the text where needed. */
        UPDATE(true),
        /** Update title and text; the branch is right. */
        UPDATE_TEXT(true),
        /** Close the request and delete the branch: nothing is left. */
        CLOSE(true),
        /** Delete a branch of Drydock's without a request, for which nothing is left. */
        DELETE_BRANCH(true),
        /** Everything is as it should be. */
        UNCHANGED(false),
        /** Somebody else has committed to the branch. */
        LEFT_ALONE(false),
        /** The same was closed by somebody before. */
        DECLINED_BEFORE(false),
        /** Enough requests are open. */
        OVER_LIMIT(false);

        private final boolean changes;

        Kind(boolean changes) {
            this.changes = changes;
        }

        /** Returns whether anything is changed on the remote. */
        public boolean changes() {
            return changes;
        }
    }

    /** A branch of the remote and where it is to go. */
    public record Move(ObjectId from, ObjectId to) {}

    public PlannedAction {
        commits = List.copyOf(commits);
        files = List.copyOf(files);
    }

    static PlannedAction nothing(
            Kind kind, String group, String branch, String reason, Optional<ChangeRequest> existing) {
        return new PlannedAction(
                kind,
                group,
                branch,
                reason,
                existing,
                "",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    PlannedAction overLimit(int limit) {
        String text = limit + " open request" + (limit == 1 ? " is" : "s are") + " enough (--max-open-prs)";
        return new PlannedAction(
                Kind.OVER_LIMIT,
                group,
                branch,
                text,
                existing,
                title,
                body,
                commits,
                files,
                Optional.empty(),
                Optional.empty());
    }
}

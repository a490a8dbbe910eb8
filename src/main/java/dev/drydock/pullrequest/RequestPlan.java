package dev.drydock.pullrequest;

import dev.drydock.forge.RepositoryName;
import dev.drydock.git.SkippedFile;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Everything that a run will do in one repository. A dry run is this value, printed.
 *
 * @param repository as the forge calls it now
 * @param base the branch that everything is for
 * @param baseCommit where it is
 * @param left what was found and left outside any group, and the files with secret values that the groups need
 * @param skipped files that were not looked at, and why
 */
public record RequestPlan(
        RepositoryName repository,
        String base,
        ObjectId baseCommit,
        List<PlannedAction> actions,
        List<NotFixed> left,
        List<SkippedFile> skipped) {
    public RequestPlan {
        actions = List.copyOf(actions);
        left = List.copyOf(left);
        skipped = List.copyOf(skipped);
    }

    /** Returns whether anything on the remote would change. */
    public boolean changesAnything() {
        return actions.stream().anyMatch(action -> action.kind().changes());
    }
}

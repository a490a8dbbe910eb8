package dev.drydock.pullrequest;

import dev.drydock.git.BranchCommitter;
import dev.drydock.git.ConventionalCommits;
import dev.drydock.git.FileChange;
import dev.drydock.git.GitException;
import dev.drydock.git.LocalRepository;
import dev.drydock.git.OwnCommits;
import dev.drydock.git.PlannedCommit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Branches in a checkout on this machine: made from the commit, while index and work tree stay as they are. */
public final class LocalBranches {
    /** What is said of a branch that is as it should be. */
    public static final String UP_TO_DATE = "up to date";

    private static final int HISTORY = 50;

    private final LocalRepository local;
    private final BranchCommitter.Settings settings;
    private final RequestOptions options;

    /**
     * What became of a branch.
     *
     * @param written whether it points to a new commit now (in a dry run: whether it would)
     * @param message one line for people
     * @param commits what it holds on top of the base
     * @param warnings files of the work tree that differ from the commit that the branch is made from
     */
    public record Outcome(
            String group,
            String branch,
            boolean written,
            String message,
            List<PlannedCommit> commits,
            List<String> warnings) {}

    public LocalBranches(LocalRepository local, BranchCommitter.Settings settings, RequestOptions options) {
        this.local = local;
        this.settings = settings;
        this.options = options;
    }

    /**
     * Writes a branch for each group, on top of {@code base}.
     *
     * @param dryRun decide and say everything, change no ref
     * @throws GitException if a commit cannot be made
     */
    public List<Outcome> write(ObjectId base, ChangeSet changes, boolean dryRun) throws GitException {
        ConventionalCommits style = ConventionalCommits.of(LocalRepository.subjects(local.repository(), base, HISTORY));
        List<Outcome> outcomes = new ArrayList<>();
        for (ChangeGroup group : changes.groups()) {
            outcomes.add(write(base, group, style, dryRun));
        }
        return outcomes;
    }

    private Outcome write(ObjectId base, ChangeGroup group, ConventionalCommits style, boolean dryRun)
            throws GitException {
        String branch = options.branch(group.name());
        List<PlannedCommit> commits = GroupCommits.of(group, style, options);
        List<String> warnings = group.files().stream()
                .filter(file -> file.before()
                        .filter(before -> local.differsInWorkTree(file.path(), before))
                        .isPresent())
                .map(FileChange::path)
                .map(path -> path + " has changes in the work tree that the branch does not have")
                .toList();
        Optional<ObjectId> current = local.branch(branch);
        Optional<String> obstacle = obstacle(branch, current);
        if (obstacle.isPresent()) {
            return new Outcome(group.name(), branch, false, obstacle.get(), commits, warnings);
        }
        BranchCommitter committer = new BranchCommitter(local.repository(), settings);
        ObjectId made = committer.commit(base, commits);
        if (current.isPresent() && isSame(current.get(), made, base, commits.size())) {
            return new Outcome(group.name(), branch, false, UP_TO_DATE, commits, warnings);
        }
        if (!dryRun) {
            committer.updateBranch(branch, made, current.orElse(ObjectId.zeroId()));
        }
        String message = (current.isPresent() ? "rebuilt" : "made") + " at "
                + made.abbreviate(8).name();
        return new Outcome(group.name(), branch, true, message, commits, warnings);
    }

    private Optional<String> obstacle(String branch, Optional<ObjectId> current) throws GitException {
        local.checkBranchIsInside(branch);
        Optional<Path> tree = local.checkedOutIn(branch);
        if (tree.isPresent()) {
            return Optional.of("is checked out: moving it would change what the work tree is compared with");
        }
        if (current.isEmpty() || options.forceUpdate()) {
            return Optional.empty();
        }
        return OwnCommits.inspect(local.repository(), current.get())
                .foreign()
                .map(commit -> "holds a commit of somebody else (" + commit + "); --force-update overwrites it");
    }

    private boolean isSame(ObjectId current, ObjectId made, ObjectId base, int commits) throws GitException {
        OwnCommits.Branch found = OwnCommits.inspect(local.repository(), current);
        return found.isOwn()
                && found.commits() == commits
                && found.base().equals(base)
                && local.tree(current).equals(local.tree(made));
    }
}

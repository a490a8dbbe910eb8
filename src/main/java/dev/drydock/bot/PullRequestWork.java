package dev.drydock.bot;

import dev.drydock.forge.Forge;
import dev.drydock.forge.ForgeAddress;
import dev.drydock.forge.RateGate;
import dev.drydock.forge.RepositoryName;
import dev.drydock.git.BranchCommitter;
import dev.drydock.git.CloneCache;
import dev.drydock.git.GitException;
import dev.drydock.git.GitRemote;
import dev.drydock.pullrequest.ActionResult;
import dev.drydock.pullrequest.ChangeFinder;
import dev.drydock.pullrequest.NotFixed;
import dev.drydock.pullrequest.PlannedAction;
import dev.drydock.pullrequest.PullRequestService;
import dev.drydock.pullrequest.RequestBudget;
import dev.drydock.pullrequest.RequestOptions;
import dev.drydock.pullrequest.RequestPlan;
import dev.drydock.pullrequest.UnfitRepositoryException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Pull requests for one repository after the other, through the cache of clones. */
public final class PullRequestWork implements RepositoryWork {
    private final ForgeFinder forges;
    private final CloneCache cache;
    private final GitRemote.Limits limits;
    private final ChangeFinder finder;
    private final BranchCommitter.Settings commits;
    private final RequestOptions options;
    private final boolean dryRun;
    private final Consumer<RequestPlan> plans;
    private final RateGate gate;

    /** Finds the forge of a repository. */
    @FunctionalInterface
    public interface ForgeFinder {
        /**
         * Returns where the repository's forge is, with credentials if there are any.
         *
         * @throws IOException if the platform is not known
         */
        ForgeAddress find(RepositoryTask task) throws IOException;
    }

    /**
     * @param dryRun plan and report, change nothing
     * @param plans is given each plan before it is carried out
     * @param gate between all workers and the forge
     */
    public PullRequestWork(
            ForgeFinder forges,
            CloneCache cache,
            GitRemote.Limits limits,
            ChangeFinder finder,
            BranchCommitter.Settings commits,
            RequestOptions options,
            boolean dryRun,
            Consumer<RequestPlan> plans,
            RateGate gate) {
        this.gate = gate;
        this.forges = forges;
        this.cache = cache;
        this.limits = limits;
        this.finder = finder;
        this.commits = commits;
        this.options = options;
        this.dryRun = dryRun;
        this.plans = plans;
    }

    @Override
    public RepositoryResult process(RepositoryTask task, RequestBudget budget) throws IOException {
        ForgeAddress address = forges.find(task);
        Forge forge = address.connect(gate);
        RepositoryName name = address.repository(task.url())
                .orElseThrow(() -> new GitException(task.url() + " names no repository of " + address.web()));
        GitRemote remote = new GitRemote(task.url(), address.credentials().map(c -> c.forGit()), limits);
        try (CloneCache.Lease clone = cache.open(task.url())) {
            PullRequestService service =
                    new PullRequestService(forge, name, remote, clone.repository(), commits, options);
            RequestPlan plan = service.plan(finder);
            plans.accept(plan);
            return judged(plan, dryRun ? planned(task, plan) : result(task, service.apply(plan, budget)));
        } catch (UnfitRepositoryException e) {
            return RepositoryResult.skipped(task, e.getMessage());
        }
    }

    /** What a configuration or a lock file that cannot be used holds for was not judged: that is not done. */
    private static RepositoryResult judged(RequestPlan plan, RepositoryResult result) {
        return plan.left().stream()
                .filter(NotFixed::isSettings)
                .findFirst()
                .map(broken -> new RepositoryResult(
                        result.id(),
                        RepositoryResult.Status.FAILED,
                        broken.place() + ": " + broken.what() + "; " + broken.reason(),
                        result.requests()))
                .orElse(result);
    }

    private static RepositoryResult planned(RepositoryTask task, RequestPlan plan) {
        List<RepositoryResult.Request> requests = plan.actions().stream()
                .map(action -> new RepositoryResult.Request(action.branch(), label(action.kind()), "", action.reason()))
                .toList();
        return new RepositoryResult(task.id(), RepositoryResult.Status.DONE, "dry run", requests);
    }

    private static RepositoryResult result(RepositoryTask task, List<ActionResult> results) {
        boolean failed = results.stream().anyMatch(result -> result.status() == ActionResult.Status.FAILED);
        boolean deferred = results.stream()
                .anyMatch(result -> result.status() == ActionResult.Status.DEFERRED
                        || (result.status() == ActionResult.Status.SKIPPED
                                && result.kind() == PlannedAction.Kind.CREATE));
        List<RepositoryResult.Request> requests = results.stream()
                .map(result -> new RepositoryResult.Request(
                        result.branch(), label(result.kind()), result.url(), message(result)))
                .toList();
        RepositoryResult.Status status = failed
                ? RepositoryResult.Status.FAILED
                : deferred ? RepositoryResult.Status.DEFERRED : RepositoryResult.Status.DONE;
        return new RepositoryResult(task.id(), status, "", requests);
    }

    private static String label(PlannedAction.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String message(ActionResult result) {
        return result.notes().isEmpty()
                ? result.message()
                : result.message() + "; " + String.join("; ", result.notes());
    }
}

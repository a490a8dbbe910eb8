package dev.drydock.cli;

import dev.drydock.config.RequestSettings;
import dev.drydock.forge.ForgeAddress;
import dev.drydock.forge.ForgeCredentials;
import dev.drydock.forge.RepositoryName;
import dev.drydock.git.BranchCommitter;
import dev.drydock.git.CloneCache;
import dev.drydock.git.GitException;
import dev.drydock.git.GitRemote;
import dev.drydock.git.HeadFiles;
import dev.drydock.git.LocalRepository;
import dev.drydock.git.RemoteUrl;
import dev.drydock.project.ProjectPath;
import dev.drydock.proposal.CommitTrials;
import dev.drydock.proposal.Grouping;
import dev.drydock.pullrequest.ActionResult;
import dev.drydock.pullrequest.NotFixed;
import dev.drydock.pullrequest.PullRequestService;
import dev.drydock.pullrequest.RequestBudget;
import dev.drydock.pullrequest.RequestOptions;
import dev.drydock.pullrequest.RequestPlan;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens or updates pull requests with the repairs. */
@Command(
        name = "pr",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Opens or updates pull requests with the fixes. Without a token: a dry run.",
        footerHeading = "%nTokens come from the environment only:%n",
        footer = {
            "  DRYDOCK_TOKEN, or GITHUB_TOKEN, GH_TOKEN, GITLAB_TOKEN, GITEA_TOKEN,",
            "  FORGEJO_TOKEN, BITBUCKET_TOKEN (with BITBUCKET_USERNAME for Bitbucket Cloud)"
        })
final class PullRequestCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BranchOptions options;

    @Mixin
    private ForgeOptions forge;

    @Option(names = "--repo", paramLabel = "URL", description = "The repository; default: the checkout's remote.")
    private String repo;

    @Option(names = "--no-push", description = "Make the branches in the checkout only, as the command branch does.")
    private boolean noPush;

    @Option(
            names = "--prove",
            description = "First build and start what is fixed, in containers, and keep what holds: see drydock prove.")
    private boolean prove;

    @Mixin
    private ProveOptions trials;

    PullRequestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            if (noPush) {
                boolean dry = surroundings.flag(forge.dryRun, "dry-run");
                return new LocalRun(surroundings, spec.commandLine(), options, Optional.ofNullable(forge.base), dry)
                        .trying(within -> trials(within, false))
                        .execute(Grouping.SAFETY);
            }
            return repo == null ? checkout() : named();
        } catch (IOException e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    /** What a run is about. */
    private record Target(RemoteUrl url, RequestSettings configured, List<ProjectPath> within) {}

    private int checkout() throws IOException {
        Finders finders = new Finders(surroundings, options.rules, options.commits);
        try (LocalRepository local = LocalRepository.open(surroundings.workingDirectory())) {
            String name = local.remoteName();
            RemoteUrl url = local.remote(name)
                    .orElseThrow(() -> new GitException(
                            "the repository has no remote " + name + ": name one with --repo, or use drydock branch"));
            HeadFiles files = HeadFiles.of(local.repository(), local.head());
            List<ProjectPath> within = Finders.within(
                    local.root().toRealPath(), surroundings.workingDirectory().toRealPath(), options.paths);
            Target target = new Target(url, finders.requests(files), within);
            return run(finders, target, Optional.of(local));
        }
    }

    private int named() throws IOException {
        Finders finders = new Finders(surroundings, options.rules, options.commits);
        RemoteUrl url = RemoteUrl.parse(repo).orElseThrow(() -> new Failure("--repo names no repository"));
        List<ProjectPath> within = options.paths.stream()
                .map(path -> ProjectPath.parse(path).orElseThrow(() -> new Failure(path + " is not in the repository")))
                .toList();
        return run(finders, new Target(url, finders.requests(), within), Optional.empty());
    }

    private int run(Finders finders, Target target, Optional<LocalRepository> local) throws IOException {
        ForgeAddress address = forge.address(target.url(), surroundings);
        RepositoryName name = address.repository(target.url())
                .orElseThrow(() -> new GitException(target.url() + " names no repository of " + address.web()));
        boolean dryRun = surroundings.flag(forge.dryRun, "dry-run")
                || address.credentials().isEmpty();
        boolean whole = target.within().isEmpty() && !options.rules.isPart();
        RequestOptions requests =
                forge.requests(surroundings, options.commits, target.configured(), whole, "drydock pr");
        BranchCommitter.Settings commits = options.commits.settings(surroundings, local, target.configured(), true);
        GitRemote remote = new GitRemote(
                target.url(), address.credentials().map(ForgeCredentials::forGit), forge.limits(surroundings));
        try (CloneCache.Lease clone = forge.cache(surroundings).open(target.url())) {
            PullRequestService service =
                    new PullRequestService(address.connect(), name, remote, clone.repository(), commits, requests);
            // A repository of which there is no checkout is as foreign as those of the bot.
            finders.trying(trials(target.within(), local.isEmpty()));
            RequestPlan plan = service.plan(finders.finder(target.within(), Grouping.SAFETY));
            remarks(plan, local, address, dryRun);
            boolean broken = new PlanPrinter(spec.commandLine().getErr()).settings(plan.left());
            if (dryRun) {
                new PlanPrinter(spec.commandLine().getOut())
                        .plan(plan, surroundings.facts().get().knowledge());
                boolean todo = plan.changesAnything() && !surroundings.flag(options.exitZero, "exit-zero");
                int done = todo ? ExitCodes.FINDINGS : ExitCodes.OK;
                return broken ? ExitCodes.ERROR : done;
            }
            int done = tell(service.apply(plan, RequestBudget.unlimited()));
            return broken ? ExitCodes.ERROR : done;
        }
    }

    private CommitTrials trials(List<ProjectPath> within, boolean foreign) {
        return surroundings.flag(prove, "prove")
                ? new CommitProving(
                        surroundings,
                        options.rules,
                        trials,
                        within.stream().map(ProjectPath::value).toList(),
                        spec.commandLine().getErr(),
                        options.quiet,
                        foreign)
                : CommitTrials.NONE;
    }

    private void remarks(RequestPlan plan, Optional<LocalRepository> local, ForgeAddress address, boolean dryRun)
            throws GitException {
        PlanPrinter err = new PlanPrinter(spec.commandLine().getErr());
        if (options.quiet) {
            return;
        }
        if (dryRun && address.credentials().isEmpty()) {
            err.line("drydock: a dry run, because there is no token for "
                    + address.platform().label() + " in "
                    + "DRYDOCK_TOKEN or "
                    + String.join(", ", ForgeCredentials.variables(address.platform())));
        }
        if (local.isPresent() && !local.get().head().equals(plan.baseCommit())) {
            err.line("drydock: analysed " + plan.base() + " of the remote, not the commit checked out here");
        }
        err.secretFiles(plan.left().stream()
                .filter(NotFixed::isSecretFile)
                .map(NotFixed::path)
                .distinct()
                .toList());
        if (options.isVerbose()) {
            err.left(plan.left().stream().filter(left -> !left.isSecretFile()).toList());
            plan.skipped().forEach(skipped -> err.line("skipped " + skipped));
        }
    }

    private int tell(List<ActionResult> results) {
        PlanPrinter out = new PlanPrinter(spec.commandLine().getOut());
        boolean failed = false;
        for (ActionResult result : results) {
            boolean bad =
                    result.status() == ActionResult.Status.FAILED || result.status() == ActionResult.Status.DEFERRED;
            failed |= bad;
            PlanPrinter to = bad ? new PlanPrinter(spec.commandLine().getErr()) : out;
            if (bad || !options.quiet) {
                to.line(result.status().name().toLowerCase(Locale.ROOT) + " " + result.branch() + ": "
                        + result.message()
                        + (result.url().isEmpty() ? "" : " " + result.url()));
                result.notes().forEach(note -> to.line("  " + note));
            }
        }
        if (results.isEmpty() && !options.quiet) {
            out.line("nothing to fix");
        }
        return failed ? ExitCodes.ERROR : ExitCodes.OK;
    }
}

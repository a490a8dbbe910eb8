package dev.drydock.cli;

import dev.drydock.config.RequestSettings;
import dev.drydock.git.HeadFiles;
import dev.drydock.git.LocalRepository;
import dev.drydock.project.ProjectPath;
import dev.drydock.proposal.CommitTrials;
import dev.drydock.proposal.Grouping;
import dev.drydock.pullrequest.ChangeGroup;
import dev.drydock.pullrequest.ChangeSet;
import dev.drydock.pullrequest.LocalBranches;
import dev.drydock.pullrequest.RequestOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;
import picocli.CommandLine;

/** Makes branches in a checkout, from its commits; index and work tree stay as they are. */
final class LocalRun {
    private final Surroundings surroundings;
    private final CommandLine command;
    private final BranchOptions options;
    private final Optional<String> base;
    private final boolean dryRun;
    private Function<List<ProjectPath>, CommitTrials> trials = within -> CommitTrials.NONE;

    /** @param base the revision that branches start from; empty: HEAD */
    LocalRun(
            Surroundings surroundings,
            CommandLine command,
            BranchOptions options,
            Optional<String> base,
            boolean dryRun) {
        this.surroundings = surroundings;
        this.command = command;
        this.options = options;
        this.base = base;
        this.dryRun = dryRun;
    }

    /** Has the commit tried first. */
    LocalRun trying(Function<List<ProjectPath>, CommitTrials> what) {
        trials = what;
        return this;
    }

    int execute(Grouping usual) throws IOException {
        Finders finders = new Finders(surroundings, options.rules, options.commits);
        try (LocalRepository local = LocalRepository.open(surroundings.workingDirectory())) {
            ObjectId commit = base.isPresent() ? local.commit(base.get()) : local.head();
            HeadFiles files = HeadFiles.of(local.repository(), commit);
            RequestSettings configured = finders.requests(files);
            List<ProjectPath> within = Finders.within(
                    local.root().toRealPath(), surroundings.workingDirectory().toRealPath(), options.paths);
            finders.trying(trials.apply(within));
            ChangeSet changes = finders.finder(within, usual).find(files);
            RequestOptions requests = new ForgeOptions()
                    .requests(surroundings, options.commits, configured, within.isEmpty(), "drydock branch");
            LocalBranches branches = new LocalBranches(
                    local, options.commits.settings(surroundings, Optional.of(local), configured, false), requests);
            return tell(changes, branches.write(commit, changes, dryRun), files);
        }
    }

    private int tell(ChangeSet changes, List<LocalBranches.Outcome> outcomes, HeadFiles files) {
        PrintWriter out = command.getOut();
        PrintWriter err = command.getErr();
        PlanPrinter printer = new PlanPrinter(out);
        boolean blocked = false;
        boolean pending = false;
        for (int i = 0; i < outcomes.size(); i++) {
            LocalBranches.Outcome outcome = outcomes.get(i);
            ChangeGroup group = changes.groups().get(i);
            blocked |= !outcome.written() && !outcome.message().equals(LocalBranches.UP_TO_DATE);
            pending |= outcome.written();
            if (!options.quiet) {
                String what = dryRun && outcome.written() ? "would be written" : outcome.message();
                printer.line(outcome.branch() + " " + what + ": " + group.title());
                printer.secretFiles(group.secretFiles());
            }
            if (dryRun || options.isVerbose()) {
                printer.commits(outcome.commits());
                printer.diff(group.files(), surroundings.facts().get().knowledge());
            }
            outcome.warnings().forEach(warning -> new PlanPrinter(err).line("warning: " + warning));
        }
        if (outcomes.isEmpty() && !options.quiet) {
            printer.line("nothing to fix");
        }
        if (options.isVerbose()) {
            changes.groups().forEach(group -> new PlanPrinter(err).left(group.left()));
            new PlanPrinter(err).left(changes.left());
            files.skipped().forEach(skipped -> new PlanPrinter(err).line("skipped " + skipped));
        }
        if (new PlanPrinter(err).settings(changes.left())) {
            return ExitCodes.ERROR;
        }
        boolean todo = blocked || (dryRun && pending && !surroundings.flag(options.exitZero, "exit-zero"));
        return todo ? ExitCodes.FINDINGS : ExitCodes.OK;
    }
}

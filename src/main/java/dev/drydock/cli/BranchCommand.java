package dev.drydock.cli;

import dev.drydock.proposal.Grouping;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Commits the repairs to a branch of the checkout. */
@Command(
        name = "branch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Commits the fixes of the checked-out commit to a branch; index and work tree stay as they are.")
final class BranchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BranchOptions options;

    @Option(
            names = {"--base-branch", "--base"},
            paramLabel = "REVISION",
            description = "What the branch starts from; default: HEAD.")
    private String base;

    @Option(names = "--dry-run", description = "Say everything that would happen, and change nothing.")
    private boolean dryRun;

    BranchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        boolean dry = surroundings.flag(dryRun, "dry-run");
        try {
            return new LocalRun(surroundings, spec.commandLine(), options, Optional.ofNullable(base), dry)
                    .execute(Grouping.ALL);
        } catch (IOException e) {
            throw new Failure(e.getMessage(), e);
        }
    }
}

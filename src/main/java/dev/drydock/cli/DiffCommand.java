package dev.drydock.cli;

import dev.drydock.report.ReportFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a fix would change, as a patch that git apply accepts. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints what a fix would change, as a patch that git apply accepts.")
final class DiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Option(names = "--explain", description = "Say above each diff why each change matters.")
    private boolean explain;

    DiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Run.Kind kind = Run.Kind.DIFF;
        return new Run(
                        surroundings,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr(),
                        options,
                        kind,
                        ReportFormat.DIFF,
                        surroundings.flag(explain, "explain"))
                .execute();
    }
}

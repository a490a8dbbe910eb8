package dev.drydock.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Repairs the files. */
@Command(name = "fix", mixinStandardHelpOptions = true, sortOptions = false, description = "Fixes the files.")
final class FixCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Mixin
    private FormatOption format;

    @Option(
            names = "--prove",
            description =
                    "First build and start what is repaired, in containers, and keep what holds: see drydock prove.")
    private boolean prove;

    @Mixin
    private ProveOptions trials;

    FixCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (surroundings.flag(prove, "prove")) {
            new Proving(surroundings, options, trials, err, err, false).execute();
        }
        Run.Kind kind = Run.Kind.FIX;
        return new Run(surroundings, spec.commandLine().getOut(), err, options, kind, format.orText(), false).execute();
    }
}

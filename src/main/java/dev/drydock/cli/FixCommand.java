package dev.drydock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Repairs the files. */
@Command(name = "fix", mixinStandardHelpOptions = true, sortOptions = false, description = "Repairs the files.")
final class FixCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Mixin
    private FormatOption format;

    FixCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Run.Kind kind = Run.Kind.FIX;
        return new Run(surroundings, spec.commandLine(), options, kind, format.orText(), false).execute();
    }
}

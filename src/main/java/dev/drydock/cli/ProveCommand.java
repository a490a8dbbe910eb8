package dev.drydock.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tries which repairs hold. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Builds and starts what the files describe, in containers, before and after the repairs, and writes down in"
                    + " drydock.evidence.yaml which repairs hold. The other commands read it and start nothing.",
        })
final class ProveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Mixin
    private ProveOptions trials;

    ProveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return new Proving(
                        surroundings,
                        options,
                        trials,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr(),
                        false)
                .execute();
    }
}

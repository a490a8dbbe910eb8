package dev.drydock.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        aliases = "generate-completion",
        mixinStandardHelpOptions = true,
        description = "Prints a completion script: source <(drydock completion), in bash or zsh.")
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec all = spec.root();
        all.commandLine().getOut().print(AutoComplete.bash(all.name(), all.commandLine()));
        return ExitCodes.OK;
    }
}

package dev.drydock.cli;

import dev.drydock.text.DidYouMean;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints how a command is used, as {@code --help} behind the command does. */
@Command(name = "help", mixinStandardHelpOptions = true, description = "Prints how a command is used.")
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command. Without any: all of them.")
    private String name;

    @Override
    public Integer call() {
        CommandLine all = spec.parent().commandLine();
        CommandLine command = name == null ? all : all.getSubcommands().get(name);
        if (command == null) {
            String hint = DidYouMean.hint(name, all.getSubcommands().keySet());
            throw new ParameterException(all, "no command is called \"" + name + "\"" + hint);
        }
        command.usage(all.getOut(), all.getColorScheme());
        return ExitCodes.OK;
    }
}

package dev.drydock.cli;

import dev.drydock.report.Printable;
import dev.drydock.text.DidYouMean;
import java.io.PrintWriter;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and where help is. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.print("drydock: error: " + Printable.of(message(problem)) + "\n");
        err.print("Help: " + command.getCommandSpec().qualifiedName() + " --help\n");
        err.flush();
        return ExitCodes.ERROR;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().isEmpty()
                    ? ""
                    : unmatched.getUnmatched().get(0);
            String hint = DidYouMean.hint(word, known(unmatched));
            if (unmatched.isUnknownOption() && (word + "=").startsWith("--token=")) {
                return "tokens are read from the environment only: DRYDOCK_TOKEN";
            }
            return (unmatched.isUnknownOption() ? "unknown option \"" : "unknown argument \"") + word + "\"" + hint;
        }
        String message = problem.getMessage().replace("is not an int", "is not a whole number");
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static Collection<String> known(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        return unmatched.isUnknownOption()
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
    }
}

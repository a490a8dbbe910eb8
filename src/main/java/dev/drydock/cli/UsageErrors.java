package dev.drydock.cli;

import dev.drydock.report.Printable;
import dev.drydock.text.DidYouMean;
import java.io.PrintWriter;
import java.util.List;
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
            List<String> suggestions = unmatched.getSuggestions();
            String word = unmatched.getUnmatched().isEmpty()
                    ? ""
                    : unmatched.getUnmatched().get(0);
            String hint = suggestions.isEmpty()
                    ? DidYouMean.hint(
                            word,
                            problem.getCommandLine()
                                    .getCommandSpec()
                                    .optionsMap()
                                    .keySet())
                    : ", did you mean \"" + suggestions.get(0) + "\"?";
            if (unmatched.isUnknownOption() && (word + "=").startsWith("--token=")) {
                return "tokens are read from the environment only: DRYDOCK_TOKEN";
            }
            return (unmatched.isUnknownOption() ? "unknown option \"" : "unknown argument \"") + word + "\"" + hint;
        }
        String message = problem.getMessage();
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}

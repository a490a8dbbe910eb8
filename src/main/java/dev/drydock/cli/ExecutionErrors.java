package dev.drydock.cli;

import dev.drydock.engine.Fault;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong; the stack trace is for those who ask twice for more. */
final class ExecutionErrors implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        OptionSpec verbose = parsed.commandSpec().findOption("-v");
        boolean trace = verbose != null && verbose.getValue() instanceof boolean[] given && given.length > 1;
        return tell(problem, trace, command.getErr());
    }

    /** Prints the line, and the stack trace if it is asked for, and returns the exit code. */
    static int tell(Exception problem, boolean trace, PrintWriter err) {
        String message =
                problem instanceof Failure ? problem.getMessage() : "internal error: " + new Fault(problem).summary();
        err.print("drydock: error: " + Printable.of(message) + "\n");
        if (trace) {
            err.print(new Fault(problem).trace());
        }
        err.flush();
        return ExitCodes.ERROR;
    }
}

package dev.drydock.cli;

import dev.drydock.report.ReportFormat;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * A call of check, diff or fix with nothing but paths, as editors and hooks make it. No option has to be read for it, and to
 * build what reads them takes a third of the time of a check of one small file.
 */
final class PlainCall {
    private final Run.Kind kind;
    private final List<String> paths;

    private PlainCall(Run.Kind kind, List<String> paths) {
        this.kind = kind;
        this.paths = paths;
    }

    /** Returns the call that the arguments are; empty if they are more than that, or variables hold options. */
    static Optional<PlainCall> of(Surroundings surroundings, List<String> arguments) {
        Run.Kind kind = kind(arguments.isEmpty() ? "" : arguments.get(0));
        if (kind == null || surroundings.holdsOptions()) {
            return Optional.empty();
        }
        List<String> paths = arguments.subList(1, arguments.size());
        for (String path : paths) {
            // An option, standard input, or a file of arguments.
            if (path.isEmpty() || path.charAt(0) == '-' || path.charAt(0) == '@') {
                return Optional.empty();
            }
        }
        return Optional.of(new PlainCall(kind, paths));
    }

    private static Run.Kind kind(String command) {
        return switch (command) {
            case "check" -> Run.Kind.CHECK;
            case "diff" -> Run.Kind.DIFF;
            case "fix" -> Run.Kind.FIX;
            default -> null;
        };
    }

    /** Does what the command does, and returns its exit code. */
    int execute(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        RunOptions options = new RunOptions();
        options.paths = paths;
        ReportFormat format = kind == Run.Kind.DIFF ? ReportFormat.DIFF : ReportFormat.TEXT;
        try {
            return new Run(surroundings, out, err, options, kind, format, false).execute();
        } catch (RuntimeException e) {
            return ExecutionErrors.tell(e, false, err);
        } finally {
            out.flush();
            err.flush();
        }
    }
}

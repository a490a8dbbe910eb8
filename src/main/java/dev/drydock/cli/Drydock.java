package dev.drydock.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line with all of its commands. */
public final class Drydock {
    /** The names of the commands, in the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "check",
            "diff",
            "fix",
            "prove",
            "checklist",
            "lock",
            "branch",
            "pr",
            "bot",
            "rules",
            "explain",
            "completion",
            "help",
            "version");

    private Drydock() {}

    // Spelled out: a table of constructors would be twelve lambdas to link at every start.
    private static Object command(String name, Surroundings surroundings) {
        return switch (name) {
            case "check" -> new CheckCommand(surroundings);
            case "diff" -> new DiffCommand(surroundings);
            case "fix" -> new FixCommand(surroundings);
            case "prove" -> new ProveCommand(surroundings);
            case "checklist" -> new ChecklistCommand(surroundings);
            case "lock" -> new LockCommand(surroundings);
            case "branch" -> new BranchCommand(surroundings);
            case "pr" -> new PullRequestCommand(surroundings);
            case "bot" -> new BotCommand(surroundings);
            case "rules" -> new RulesCommand(surroundings);
            case "explain" -> new ExplainCommand(surroundings);
            case "completion" -> new CompletionCommand();
            case "help" -> new HelpCommand();
            default -> new VersionCommand();
        };
    }

    /**
     * Executes a command and returns its exit code. Building a command costs more than a check of a small file, so that only
     * the one that is called is built.
     */
    public static int execute(Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
        Optional<PlainCall> plain = PlainCall.of(surroundings, List.of(arguments));
        if (plain.isPresent()) {
            Masking masking = Masking.ofTokens(surroundings);
            return plain.get().execute(surroundings, masking.over(out), masking.over(err));
        }
        String first = arguments.length == 0 ? "" : arguments[0];
        // Who mistypes a command, or asks for help or completion, is told of all of them.
        boolean called = COMMANDS.contains(first) && !first.equals("help") && !first.equals("completion");
        return commandLine(surroundings, out, err, called ? List.of(first) : COMMANDS)
                .execute(arguments);
    }

    /** Returns the command line with all commands, ready to execute arguments once. */
    public static CommandLine commandLine(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        return commandLine(surroundings, out, err, COMMANDS);
    }

    private static CommandLine commandLine(
            Surroundings surroundings, PrintWriter out, PrintWriter err, List<String> commands) {
        Masking masking = Masking.ofTokens(surroundings);
        CommandLine line = new CommandLine(new DrydockCommand());
        for (String name : commands) {
            line.addSubcommand(name, command(name, surroundings));
        }
        boolean coloured = ColourChoice.AUTO.isOn(surroundings, true);
        line.setOut(masking.over(out));
        line.setErr(masking.over(err));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF));
        line.setDefaultValueProvider(new EnvironmentDefaults(surroundings));
        line.setUsageHelpLongOptionsMaxWidth(32);
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler(new ExecutionErrors());
        line.setExecutionStrategy(parsed -> {
            try {
                if (!parsed.unmatched().isEmpty()) {
                    // Help for a command that is not there is no help.
                    throw new CommandLine.UnmatchedArgumentException(line, parsed.unmatched());
                }
                return new CommandLine.RunLast().execute(parsed);
            } finally {
                line.getOut().flush();
                line.getErr().flush();
            }
        });
        return line;
    }
}

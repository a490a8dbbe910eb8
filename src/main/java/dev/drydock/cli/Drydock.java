package dev.drydock.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The command line with all of its commands. */
public final class Drydock {
    private Drydock() {}

    /** Returns the command line, ready to execute arguments once. */
    public static CommandLine commandLine(Surroundings surroundings, PrintWriter out, PrintWriter err) {
        Masking masking = Masking.ofTokens(surroundings);
        CommandLine line = new CommandLine(new DrydockCommand());
        line.addSubcommand("check", new CheckCommand(surroundings));
        line.addSubcommand("diff", new DiffCommand(surroundings));
        line.addSubcommand("fix", new FixCommand(surroundings));
        line.addSubcommand("prove", new ProveCommand(surroundings));
        line.addSubcommand("checklist", new ChecklistCommand(surroundings));
        line.addSubcommand("lock", new LockCommand(surroundings));
        line.addSubcommand("branch", new BranchCommand(surroundings));
        line.addSubcommand("pr", new PullRequestCommand(surroundings));
        line.addSubcommand("bot", new BotCommand(surroundings));
        line.addSubcommand("rules", new RulesCommand(surroundings));
        line.addSubcommand("explain", new ExplainCommand(surroundings));
        line.addSubcommand("version", new VersionCommand());
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        line.addSubcommand("generate-completion", completion);
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
                return new CommandLine.RunLast().execute(parsed);
            } finally {
                line.getOut().flush();
                line.getErr().flush();
            }
        });
        return line;
    }
}

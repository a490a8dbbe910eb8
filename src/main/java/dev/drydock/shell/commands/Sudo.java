package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code sudo} as the first word, with or without a command. */
public final class Sudo {
    private static final OptionSpec OPTIONS =
            Wrappers.named("sudo").orElseThrow().options();

    private final SimpleCommand command;
    private final CommandLineView line;

    private Sudo(SimpleCommand command) {
        this.command = command;
        this.line = CommandLineView.of(command.arguments(), OPTIONS);
    }

    /** Returns the view; empty if the first word is another one. */
    public static Optional<Sudo> from(SimpleCommand command) {
        return command.name()
                .filter(name -> name.equals("sudo") || name.endsWith("/sudo"))
                .map(name -> new Sudo(command));
    }

    public SimpleCommand command() {
        return command;
    }

    public CommandLineView line() {
        return line;
    }

    /** Returns the user as which the command runs; empty means root, or that it is known only at run time. */
    public Optional<String> user() {
        return line.value("-u", "--user");
    }

    /** Returns whether the command runs as root, by default or by name. */
    public boolean runsAsRoot() {
        return !line.has("-u", "--user", "-g", "--group")
                || user().filter(name -> name.equals("root") || name.equals("#0"))
                        .isPresent();
    }

    /** Returns whether the whole environment is kept. */
    public boolean keepsEnvironment() {
        return line.has("-E", "--preserve-env");
    }

    /** Returns whether a login shell or a shell is started, so that more than a prefix would have to change. */
    public boolean startsShell() {
        return line.has("-i", "--login", "-s", "--shell");
    }

    /** Returns the words from the first that is neither {@code sudo} nor an option of it: settings, then the command. */
    public List<ShellWord> commandWords() {
        return line.operands();
    }
}

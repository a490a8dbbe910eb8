package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code mkdir}. */
public final class Mkdir extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of("m", "mode");

    private Mkdir(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Mkdir> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Mkdir> from(Invocation invocation) {
        return invocation.runs("mkdir") ? Optional.of(new Mkdir(invocation)) : Optional.empty();
    }

    /** Returns whether parents are made too, and existing directories are fine. */
    public boolean makesParents() {
        return has("-p", "--parents");
    }

    public Optional<String> mode() {
        return value("-m", "--mode");
    }

    /** Returns what is made; braces that only bash expands are still in it. */
    public List<ShellWord> paths() {
        return operands();
    }
}

package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code chown} or {@code chgrp}. */
public final class Chown extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of("", "from", "reference");

    private Chown(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Chown> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Chown> from(Invocation invocation) {
        return invocation.runs("chown", "chgrp") ? Optional.of(new Chown(invocation)) : Optional.empty();
    }

    public boolean isRecursive() {
        return has("-R", "--recursive");
    }

    /** Returns the new owner as written, for example {@code node:node}. */
    public Optional<ShellWord> owner() {
        return has("--reference") ? Optional.empty() : operands().stream().findFirst();
    }

    /** Returns what is changed. */
    public List<ShellWord> paths() {
        return owner().isPresent() ? operands().subList(1, operands().size()) : operands();
    }
}

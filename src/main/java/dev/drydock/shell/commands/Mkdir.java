package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code mkdir}. */
public final class Mkdir extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of("m", "mode");

    private static final OptionSpec INSTALL_OPTIONS =
            OptionSpec.of("mogtS", "mode", "owner", "group", "target-directory", "suffix", "strip-program");

    private Mkdir(Invocation invocation, OptionSpec options) {
        super(invocation, CommandLineView.of(invocation.arguments(), options));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Mkdir> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Mkdir> from(Invocation invocation) {
        if (invocation.runs("mkdir")) {
            return Optional.of(new Mkdir(invocation, OPTIONS));
        }
        return invocation.runs("install")
                ? Optional.of(new Mkdir(invocation, INSTALL_OPTIONS)).filter(view -> view.has("-d", "--directory"))
                : Optional.empty();
    }

    /** Returns whether parents are made too, and existing directories are fine. */
    public boolean makesParents() {
        return has("-p", "--parents", "-d", "--directory");
    }

    public Optional<String> mode() {
        return value("-m", "--mode");
    }

    /** Returns what is made; braces that only bash expands are still in it. */
    public List<ShellWord> paths() {
        return operands();
    }
}

package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code pacman}, the package manager of Arch. */
public final class Pacman extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "br",
            "dbpath",
            "root",
            "config",
            "cachedir",
            "ignore",
            "ignoregroup",
            "overwrite",
            "arch",
            "color",
            "gpgdir",
            "hookdir",
            "logfile",
            "assume-installed");

    private Pacman(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Pacman> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Pacman> from(Invocation invocation) {
        return invocation.runs("pacman") ? Optional.of(new Pacman(invocation)) : Optional.empty();
    }

    public boolean installs() {
        return has("-S", "--sync", "-U", "--upgrade") && !has("-c", "--clean", "-s", "--search", "-i", "--info");
    }

    public boolean cleans() {
        return has("-S", "--sync") && has("-c", "--clean");
    }

    public boolean assumesYes() {
        return has("--noconfirm");
    }

    /** Returns the packages that are installed. */
    public List<PackageOperand> packages() {
        return installs() ? PackageOperand.all(operands(), ">=", "<=", "=", ">", "<") : List.of();
    }
}

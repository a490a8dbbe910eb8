package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code conda}, {@code mamba} or {@code micromamba}. */
public final class Conda extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "npcf",
            "name",
            "prefix",
            "channel",
            "file",
            "solver",
            "clone",
            "repodata-fn",
            "experimental-solver",
            "root-prefix");

    private Conda(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Conda> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Conda> from(Invocation invocation) {
        return invocation.runs("conda", "mamba", "micromamba") ? Optional.of(new Conda(invocation)) : Optional.empty();
    }

    /** Returns whether packages are fetched and installed. */
    public boolean installs() {
        return does("install", "create", "update", "upgrade")
                || (does("env")
                        && secondSubcommand()
                                .filter(s -> s.equals("create") || s.equals("update"))
                                .isPresent());
    }

    public boolean cleans() {
        return does("clean");
    }

    public boolean assumesYes() {
        return has("-y", "--yes");
    }

    /** Returns the packages named on the command line. */
    public List<PackageOperand> packages() {
        return does("install", "create", "update", "upgrade")
                ? PackageOperand.all(operands(), "==", ">=", "<=", "=", ">", "<")
                : List.of();
    }
}

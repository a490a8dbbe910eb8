package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code zypper}, the package manager of SUSE. */
public final class Zypper extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "cRDCprt",
            "config",
            "root",
            "reposd-dir",
            "cache-dir",
            "plus-repo",
            "plus-content",
            "repo",
            "from",
            "type");

    private Zypper(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Zypper> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Zypper> from(Invocation invocation) {
        return invocation.runs("zypper") ? Optional.of(new Zypper(invocation)) : Optional.empty();
    }

    public boolean installs() {
        return does("install", "in", "source-install", "si", "update", "up", "dist-upgrade", "dup", "patch");
    }

    public boolean cleans() {
        return does("clean", "cc");
    }

    /** Returns whether no question is asked: {@code -n} before the subcommand, or {@code -y} after it. */
    public boolean assumesYes() {
        boolean global = line().all("-n", "--non-interactive").stream()
                .anyMatch(option -> option.is("--non-interactive") || option.operandsBefore() == 0);
        return global || has("-y", "--no-confirm");
    }

    public boolean skipsRecommends() {
        return has("--no-recommends");
    }

    /** Returns the packages that are installed. */
    public List<PackageOperand> packages() {
        return does("install", "in") ? PackageOperand.all(operands(), ">=", "<=", "=", ">", "<") : List.of();
    }
}

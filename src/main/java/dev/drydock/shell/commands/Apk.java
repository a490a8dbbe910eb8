package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code apk}, the package manager of Alpine. */
public final class Apk extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "tpX",
            "virtual",
            "root",
            "repository",
            "arch",
            "keys-dir",
            "repositories-file",
            "wait",
            "cache-dir",
            "cache-max-age",
            "progress-fd",
            "timeout");

    private Apk(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Apk> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Apk> from(Invocation invocation) {
        return invocation.runs("apk") ? Optional.of(new Apk(invocation)) : Optional.empty();
    }

    public boolean installs() {
        return does("add", "upgrade");
    }

    public boolean updates() {
        return does("update");
    }

    /** Returns whether no index stays in the layer. */
    public boolean skipsCache() {
        return has("--no-cache");
    }

    /** Returns the name of the group that the packages become, by which they can be removed. */
    public Optional<String> virtual() {
        return value("-t", "--virtual");
    }

    /** Returns whether the command names its packages as a group, whose name may be unknown. */
    public boolean isVirtual() {
        return has("-t", "--virtual");
    }

    /** Returns the packages that are added or removed. */
    public List<PackageOperand> packages() {
        return does("add", "del")
                ? PackageOperand.all(operands(), "~=", ">=", "<=", "=", ">", "<", "~", "@")
                : List.of();
    }
}

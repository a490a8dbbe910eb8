package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code npm}. */
public final class Npm extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "wC",
            "workspace",
            "prefix",
            "registry",
            "cache",
            "loglevel",
            "omit",
            "include",
            "only",
            "userconfig",
            "globalconfig",
            "otp",
            "access",
            "scope",
            "tag",
            "before",
            "fetch-timeout",
            "fetch-retries",
            "maxsockets",
            "network-timeout");

    private Npm(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Npm> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Npm> from(Invocation invocation) {
        return invocation.runs("npm") ? Optional.of(new Npm(invocation)) : Optional.empty();
    }

    /** Returns whether packages are fetched and installed. */
    public boolean installs() {
        return does("install", "i", "add", "ci", "clean-install", "install-clean", "update", "up", "upgrade");
    }

    /** Returns whether exactly the lock file is installed. */
    public boolean isCleanInstall() {
        return does("ci", "clean-install", "install-clean");
    }

    public boolean isGlobal() {
        return has("-g", "--global")
                || value("--location").filter("global"::equals).isPresent();
    }

    /** Returns the packages named on the command line; {@code owner/repository} and {@code git:...} are URLs. */
    public List<PackageOperand> packages() {
        return installs()
                ? PackageOperand.all(operands(), "@").stream()
                        .map(Npm::classify)
                        .toList()
                : List.of();
    }

    private static PackageOperand classify(PackageOperand operand) {
        String name = operand.name().orElse("");
        if (name.startsWith("file:") || name.equals("..")) {
            return operand.as(PackageOperand.Kind.FILE);
        }
        boolean hosted = name.indexOf(':') >= 0 || (name.indexOf('/') >= 0 && !name.startsWith("@"));
        return hosted ? operand.as(PackageOperand.Kind.URL) : operand;
    }
}

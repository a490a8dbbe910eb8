package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code gem}, the package manager of Ruby. */
public final class Gem extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "vinsPpt",
            "version",
            "install-dir",
            "bindir",
            "source",
            "platform",
            "trust-policy",
            "http-proxy",
            "build-root");

    private Gem(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Gem> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Gem> from(Invocation invocation) {
        return invocation.runs("gem") ? Optional.of(new Gem(invocation)) : Optional.empty();
    }

    public boolean installs() {
        return does("install", "update");
    }

    public boolean skipsDocuments() {
        return has("--no-document", "-N") || (has("--no-ri") && has("--no-rdoc"));
    }

    /** Returns the gems that are installed. */
    public List<PackageOperand> packages() {
        return does("install") ? PackageOperand.all(operands(), ":") : List.of();
    }
}

package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.Optional;

/** {@code yarn}; without a subcommand it installs. */
public final class Yarn extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "",
            "cwd",
            "cache-folder",
            "modules-folder",
            "network-timeout",
            "network-concurrency",
            "registry",
            "mutex",
            "prefix",
            "global-folder",
            "use-yarnrc");

    private Yarn(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Yarn> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Yarn> from(Invocation invocation) {
        return invocation.runs("yarn", "yarnpkg") ? Optional.of(new Yarn(invocation)) : Optional.empty();
    }

    public boolean installs() {
        return (subcommandWord().isEmpty()
                        && line().options().stream().noneMatch(option -> option.is("-v", "--version")))
                || does("install", "add")
                || (does("global") && secondSubcommand().filter("add"::equals).isPresent());
    }

    /** Returns whether the lock file must fit: {@code --frozen-lockfile} of version 1, {@code --immutable} later. */
    public boolean isFrozen() {
        return has("--frozen-lockfile", "--immutable");
    }

    public boolean cleansCache() {
        return does("cache") && secondSubcommand().filter("clean"::equals).isPresent();
    }
}

package dev.drydock.shell.commands;

import dev.drydock.shell.SimpleCommand;
import java.util.Optional;

/** {@code composer}, the package manager of PHP. */
public final class Composer extends SubcommandView {
    private static final OptionSpec OPTIONS =
            OptionSpec.of("d", "working-dir", "apcu-autoloader-prefix", "prefer-install");

    private Composer(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Composer> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Composer> from(Invocation invocation) {
        return invocation.runs("composer", "composer.phar") ? Optional.of(new Composer(invocation)) : Optional.empty();
    }

    /** Returns whether packages are fetched and installed. */
    public boolean installs() {
        return does("install", "i", "update", "u", "upgrade", "require", "r", "create-project")
                || (does("global")
                        && secondSubcommand()
                                .filter(second -> second.equals("require"))
                                .isPresent());
    }

    public boolean skipsDevelopment() {
        return has("--no-dev");
    }

    public boolean isNonInteractive() {
        return has("-n", "--no-interaction");
    }
}

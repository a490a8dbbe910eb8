package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code chmod}; a mode may start with a minus and is no option then. */
public final class Chmod extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of("", "reference").withShortFlags("Rcfvh");

    private Chmod(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Chmod> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Chmod> from(Invocation invocation) {
        return invocation.runs("chmod") ? Optional.of(new Chmod(invocation)) : Optional.empty();
    }

    public boolean isRecursive() {
        return has("-R", "--recursive");
    }

    /** Returns the new mode as written, for example {@code 0755} or {@code +x}. */
    public Optional<ShellWord> mode() {
        return has("--reference") ? Optional.empty() : operands().stream().findFirst();
    }

    /** Returns what is changed. */
    public List<ShellWord> paths() {
        return mode().isPresent() ? operands().subList(1, operands().size()) : operands();
    }
}

package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** {@code rm}. */
public final class Rm extends CommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of("");

    private Rm(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Rm> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Rm> from(Invocation invocation) {
        return invocation.runs("rm") ? Optional.of(new Rm(invocation)) : Optional.empty();
    }

    public boolean isRecursive() {
        return has("-r", "-R", "--recursive");
    }

    public boolean isForced() {
        return has("-f", "--force");
    }

    /** Returns what is removed. */
    public List<ShellWord> paths() {
        return operands();
    }

    /** Returns whether a path is removed, written exactly so, its glob included. */
    public boolean removes(String path) {
        return operands().stream()
                .anyMatch(word -> word.literalValue().filter(path::equals).isPresent());
    }
}

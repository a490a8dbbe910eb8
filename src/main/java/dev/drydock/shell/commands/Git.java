package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.Optional;

/** {@code git}. */
public final class Git extends SubcommandView {
    private static final OptionSpec OPTIONS = OptionSpec.of(
            "Ccbojum",
            "git-dir",
            "work-tree",
            "namespace",
            "branch",
            "origin",
            "upload-pack",
            "reference",
            "config",
            "jobs",
            "separate-git-dir",
            "filter",
            "shallow-since",
            "shallow-exclude",
            "template",
            "message",
            "depth",
            "server-option");

    private Git(Invocation invocation) {
        super(invocation, CommandLineView.of(invocation.arguments(), OPTIONS));
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<Git> from(SimpleCommand command) {
        return from(Invocation.of(command));
    }

    public static Optional<Git> from(Invocation invocation) {
        return invocation.runs("git") ? Optional.of(new Git(invocation)) : Optional.empty();
    }

    public boolean clones() {
        return does("clone");
    }

    /** Returns the repository that is cloned. */
    public Optional<ShellWord> repository() {
        return clones() ? operands().stream().findFirst() : Optional.empty();
    }

    /** Returns the branch or tag that is cloned or checked out. */
    public Optional<String> branch() {
        return value("-b", "--branch");
    }
}

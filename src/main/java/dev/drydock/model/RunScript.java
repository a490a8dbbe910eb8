package dev.drydock.model;

import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.ShellText;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * The shell script of one RUN: its shell form, or the here-document that it feeds to the shell, be it that of the image or one
 * that the RUN starts ({@code RUN <<EOF bash}). Joins the tree of the Dockerfile with the tree of the shell.
 */
public final class RunScript {
    private final RunInstruction run;
    private final ShellScript script;
    private final Optional<Heredoc> heredoc;
    private final Optional<ShellInUse> ownShell;
    private List<SimpleCommand> commands;

    RunScript(RunInstruction run, ShellScript script, Optional<Heredoc> heredoc, Optional<ShellInUse> ownShell) {
        this.run = run;
        this.script = script;
        this.heredoc = heredoc;
        this.ownShell = ownShell;
    }

    /** Returns the script of a RUN, or empty for the exec form, and where no POSIX shell reads it. */
    public static Optional<RunScript> of(RunInstruction run, ShellInUse shell) {
        if (!shell.isPosix() || run.shell().isEmpty()) {
            return Optional.empty();
        }
        ShellText text = run.shell().get();
        Optional<Heredoc> body = run.heredocs().stream().findFirst().filter(first -> isOpenerOnly(text));
        if (body.isPresent()) {
            return ofHeredoc(run, body.get(), Optional.empty());
        }
        ShellSource source = ShellSource.mapped(text.value(), text.toFile(), run.source());
        ShellScript script = ShellParser.parse(source);
        Optional<ShellInUse> fed = run.heredocs().size() == 1 ? StartedShell.fedByHeredoc(script) : Optional.empty();
        return fed.isPresent()
                ? ofHeredoc(run, run.heredocs().get(0), fed)
                : Optional.of(new RunScript(run, script, Optional.empty(), Optional.empty()));
    }

    private static boolean isOpenerOnly(ShellText text) {
        String value = text.value();
        return value.startsWith("<<") && value.chars().noneMatch(Character::isWhitespace);
    }

    private static Optional<RunScript> ofHeredoc(RunInstruction run, Heredoc heredoc, Optional<ShellInUse> shell) {
        TextRange body = heredoc.body();
        SourceText file = run.source();
        String text = file.slice(body);
        if (text.startsWith("#!") && !isShebangOfPosixShell(text)) {
            return Optional.empty();
        }
        int[] toFile = new int[text.length() + 1];
        for (int i = 0; i < toFile.length; i++) {
            toFile[i] = body.start() + i;
        }
        ShellScript script = ShellParser.parse(ShellSource.mapped(text, toFile, file));
        return Optional.of(new RunScript(run, script, Optional.of(heredoc), shell));
    }

    private static boolean isShebangOfPosixShell(String script) {
        int end = script.indexOf('\n');
        String line = (end < 0 ? script : script.substring(0, end)).trim();
        String program = line.substring(line.lastIndexOf('/') + 1);
        String name = program.startsWith("env ") ? program.substring(4) : program;
        int blank = name.indexOf(' ');
        return List.of("sh", "bash", "dash", "ash").contains(blank < 0 ? name : name.substring(0, blank));
    }

    public RunInstruction run() {
        return run;
    }

    public ShellScript script() {
        return script;
    }

    /** Returns the here-document that holds the script, if one does. */
    public Optional<Heredoc> heredoc() {
        return heredoc;
    }

    /** Returns the shell that the RUN itself starts to read the script; SHELL says nothing about it. */
    public Optional<ShellInUse> ownShell() {
        return ownShell;
    }

    /** Returns every simple command of the script; none if it could not be read. */
    public List<SimpleCommand> commands() {
        if (commands == null) {
            commands = script.simpleCommands().toList();
        }
        return commands;
    }

    /** Returns where in the file the range of the shell text stands. */
    public TextRange toFile(TextRange range) {
        return script.shellSource().toFile(range);
    }
}

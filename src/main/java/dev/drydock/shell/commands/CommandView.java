package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Optional;

/** A command whose program is known. */
public abstract class CommandView {
    private final Invocation invocation;
    private final CommandLineView line;

    CommandView(Invocation invocation, CommandLineView line) {
        this.invocation = invocation;
        this.line = line;
    }

    public SimpleCommand command() {
        return invocation.command();
    }

    public Invocation invocation() {
        return invocation;
    }

    /** Returns the name of the program, for example {@code apt-get}. */
    public String program() {
        return invocation.program().orElseThrow();
    }

    public CommandLineView line() {
        return line;
    }

    /** Returns whether one of the options is there, names with their dashes. */
    public boolean has(String... options) {
        return line.has(options);
    }

    /** Returns the value of the last of these options, if it is known. */
    public Optional<String> value(String... options) {
        return line.value(options);
    }

    /** Returns the words that are not options and not their values. */
    public List<ShellWord> operands() {
        return line.operands();
    }

    /** Returns the word after which an option can be inserted. */
    ShellWord optionAnchor() {
        return invocation.programWord().orElseThrow();
    }

    /**
     * Returns the offset in the shell text at which a blank and an option can be inserted: after the subcommand if there
     * is one, else after the program.
     */
    public int insertionPointForOption() {
        return optionAnchor().range().end();
    }

    /** Returns {@link #insertionPointForOption()} in the file: right after a word, before any continuation. */
    public int insertionPointForOptionInFile() {
        return optionAnchor().rangeInFile().end();
    }
}

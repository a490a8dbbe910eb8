package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A command whose first operand says what to do. */
public abstract class SubcommandView extends CommandView {

    SubcommandView(Invocation invocation, CommandLineView line) {
        super(invocation, line);
    }

    public Optional<ShellWord> subcommandWord() {
        return line().operands().stream().findFirst();
    }

    /** Returns what to do, for example {@code install}; empty if it is missing or known only at run time. */
    public Optional<String> subcommand() {
        return subcommandWord().flatMap(ShellWord::staticValue);
    }

    /** Returns whether the subcommand is one of these. */
    public boolean does(String... subcommands) {
        Optional<String> subcommand = subcommand();
        return subcommand.isPresent() && Arrays.asList(subcommands).contains(subcommand.get());
    }

    /** Returns the operand after the subcommand, where it is a second subcommand, as in {@code dnf group install}. */
    Optional<String> secondSubcommand() {
        return line().operands().stream().skip(1).findFirst().flatMap(ShellWord::staticValue);
    }

    /** Returns the operands after the subcommand. */
    @Override
    public List<ShellWord> operands() {
        List<ShellWord> all = line().operands();
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    @Override
    ShellWord optionAnchor() {
        return subcommandWord().orElseGet(super::optionAnchor);
    }
}

package dev.drydock.model;

import dev.drydock.shell.AndOrList;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A POSIX shell that a command starts to read a script from its standard input or from an argument. */
final class StartedShell {
    private static final String[] OTHER_USERS = {"su", "runuser"};

    private StartedShell() {}

    /** Returns the shell that reads the here-document of a script that does nothing but start it: {@code <<EOF bash -e}. */
    static Optional<ShellInUse> fedByHeredoc(ShellScript script) {
        if (script.isOpaque() || script.statements().size() != 1) {
            return Optional.empty();
        }
        AndOrList statement = script.statements().get(0);
        boolean single = statement.pipelines().size() == 1
                && statement.terminator() == AndOrList.Terminator.NONE
                && !statement.pipelines().get(0).isNegated()
                && statement.pipelines().get(0).commands().size() == 1;
        return single && statement.pipelines().get(0).commands().get(0) instanceof SimpleCommand command
                ? fedByHeredoc(command)
                : Optional.empty();
    }

    /** Returns the shell that reads the here-document of a command. */
    static Optional<ShellInUse> fedByHeredoc(SimpleCommand command) {
        long inputs = command.redirects().stream()
                .filter(redirect -> redirect.operator().startsWith("<"))
                .count();
        boolean fed = inputs == 1 && command.redirects().stream().anyMatch(Redirect::isHereDocument);
        Invocation invocation = Invocation.of(command);
        if (!fed || invocation.program().filter(StartCommand::isShell).isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(List.of(invocation.program().get()));
        boolean value = false;
        for (ShellWord argument : invocation.arguments()) {
            Optional<String> word = argument.staticValue();
            boolean option = word.isPresent()
                    && (word.get().startsWith("-") || word.get().startsWith("+"));
            // With a script or -c, the here-document is what the script reads.
            if (word.isEmpty() || (!option && !value) || (option && isCommand(word.get()))) {
                return Optional.empty();
            }
            words.add(word.get());
            value = option && !word.get().startsWith("--") && word.get().endsWith("o");
        }
        return Optional.of(new ShellInUse(words, false));
    }

    /** Returns the word behind {@code sh -c}, {@code su -c} or {@code eval}, or empty for another command. */
    static Optional<ShellWord> script(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        List<ShellWord> arguments = invocation.arguments();
        if (invocation.runs("eval")) {
            return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
        }
        if (invocation.runs(OTHER_USERS)) {
            return ofOtherUser(arguments);
        }
        if (invocation.program().filter(StartCommand::isShell).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i + 1 < arguments.size(); i++) {
            Optional<String> word = arguments.get(i).staticValue();
            if (word.isEmpty()) {
                return Optional.empty();
            }
            if (isCommand(word.get())) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Returns the script of {@code su}, which takes options and the name of the user in any order. */
    private static Optional<ShellWord> ofOtherUser(List<ShellWord> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i).literalPrefix();
            if (i + 1 < arguments.size() && (isCommand(word) || word.equals("--command"))) {
                return Optional.of(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Returns whether an option says that the script is the next word: {@code -c}, {@code -lc}, {@code -exc}. */
    static boolean isCommand(String option) {
        return option.startsWith("-") && !option.startsWith("--") && option.endsWith("c");
    }
}

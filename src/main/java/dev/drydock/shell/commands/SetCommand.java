package dev.drydock.shell.commands;

import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The builtin {@code set}, which changes how the rest of the script runs (POSIX, 2.15). */
public final class SetCommand {
    private static final Map<Character, String> NAMES = Map.of(
            'e',
            "errexit",
            'u',
            "nounset",
            'x',
            "xtrace",
            'v',
            "verbose",
            'f',
            "noglob",
            'n',
            "noexec",
            'a',
            "allexport",
            'C',
            "noclobber",
            'b',
            "notify",
            'm',
            "monitor");

    private final SimpleCommand command;
    private final Map<String, Boolean> options = new TreeMap<>();

    private SetCommand(SimpleCommand command) {
        this.command = command;
        List<ShellWord> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).literalPrefix();
            boolean option = word.length() > 1 && (word.charAt(0) == '-' || word.charAt(0) == '+');
            if (!option || word.equals("--")) {
                return;
            }
            boolean on = word.charAt(0) == '-';
            for (char letter : word.substring(1).toCharArray()) {
                if (letter == 'o' && i + 1 < words.size()) {
                    options.put(words.get(++i).literalPrefix(), on);
                } else {
                    options.put(NAMES.getOrDefault(letter, String.valueOf(letter)), on);
                }
            }
        }
    }

    /** Returns the view; empty if the command is another one. */
    public static Optional<SetCommand> from(SimpleCommand command) {
        return command.name().filter("set"::equals).map(name -> new SetCommand(command));
    }

    public SimpleCommand command() {
        return command;
    }

    /** Returns what becomes of an option, by its long name, for example {@code errexit}; empty if nothing does. */
    public Optional<Boolean> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns whether the first command that fails ends the script from here on. */
    public boolean enablesErrexit() {
        return option("errexit").orElse(false);
    }

    public boolean enablesPipefail() {
        return option("pipefail").orElse(false);
    }
}

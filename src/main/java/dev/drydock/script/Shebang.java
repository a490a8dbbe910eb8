package dev.drydock.script;

import java.util.List;
import java.util.Optional;

/** The first line of a script, which names the program that reads it. */
public final class Shebang {
    private static final List<String> SHELLS = List.of("sh", "bash", "dash", "ash", "ksh");

    private Shebang() {}

    /** Returns the name of the program, without its folder; empty if the text does not start with {@code #!}. */
    public static Optional<String> program(String text) {
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        if (!text.startsWith("#!", start)) {
            return Optional.empty();
        }
        int newline = text.indexOf('\n', start);
        String[] words = text.substring(start + 2, newline < 0 ? text.length() : newline)
                .strip()
                .split("[ \t]+", -1);
        int word = 0;
        boolean env = words[0].equals("env") || words[0].endsWith("/env");
        if (env) {
            word = 1;
            while (word < words.length && words[word].startsWith("-")) {
                word++;
            }
        }
        return word < words.length
                ? Optional.of(words[word].substring(words[word].lastIndexOf('/') + 1))
                : Optional.empty();
    }

    /** Returns whether the text starts with a line that names a POSIX shell. */
    public static boolean namesShell(String text) {
        return program(text).filter(SHELLS::contains).isPresent();
    }

    /** Returns whether a word, with or without a folder and options, names a POSIX shell. */
    static boolean isShell(String command) {
        int blank = command.indexOf(' ');
        String path = blank < 0 ? command : command.substring(0, blank);
        return SHELLS.contains(path.substring(path.lastIndexOf('/') + 1));
    }
}

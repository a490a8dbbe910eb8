package dev.drydock.script;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command lines of docker and podman that stand somewhere in a text, whatever its language: a recipe, a step of a pipeline,
 * a string of a program, a list of words, a line of a document. For looking only: where a command ends is told by the quotes
 * around it and by the end of its line, and a place that is only spoken of counts as well.
 */
public final class SpokenCommands {
    private static final Set<String> PROGRAMS =
            Set.of("docker", "podman", "docker-compose", "podman-compose", "docker.exe", "nerdctl");
    private static final String[] STARTS = {"docker", "podman", "nerdctl", "$"};
    /** A quoted command that goes on for more lines than that is none. */
    private static final int LONGEST = 4096;

    private final String text;
    private final List<SpokenCommand> commands = new ArrayList<>();
    private int line = 1;

    /**
     * One command line.
     *
     * @param line where it starts, from 1
     * @param command its words
     * @param rest what stands below it as far as a here-document that feeds it may reach; empty if nothing does
     */
    public record SpokenCommand(int line, SimpleCommand command, String rest) {}

    private SpokenCommands(String text) {
        this.text = text;
    }

    /** Returns the command lines in the order of the text; comments that start with a hash are left out. */
    public static List<SpokenCommand> of(String text) {
        SpokenCommands spoken = new SpokenCommands(text);
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            spoken.readLine(start, end);
            spoken.line++;
            start = end + 1;
        }
        return List.copyOf(spoken.commands);
    }

    private void readLine(int start, int end) {
        int first = start;
        while (first < end && " \t-*@>".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        if (first < end && text.charAt(first) == '#') {
            return;
        }
        int at = start;
        while (at < end) {
            int word = nextStart(at, end);
            if (word < 0) {
                return;
            }
            at = command(start, word);
        }
    }

    /** Returns where the next word starts that may be the program, or -1. */
    private int nextStart(int from, int end) {
        for (int i = from; i < end; i++) {
            boolean begins = i == 0 || text.charAt(i - 1) == '/' || !isWordPart(text.charAt(i - 1));
            if (begins && startsProgram(i, end)) {
                return i;
            }
        }
        return -1;
    }

    private boolean startsProgram(int at, int end) {
        if (Stream.of(STARTS).noneMatch(start -> text.startsWith(start, at))) {
            return false;
        }
        int stop = at;
        while (stop < end && (isWordPart(text.charAt(stop)) || "${}().".indexOf(text.charAt(stop)) >= 0)) {
            stop++;
        }
        String word = text.substring(at, stop);
        return PROGRAMS.contains(word) || namesTool(word);
    }

    /** {@code $(COMPOSE) exec}, {@code ${DOCKER} cp}: a variable that is called like the program. */
    private static boolean namesTool(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return word.startsWith("$")
                && (upper.contains("COMPOSE")
                        || upper.contains("DOCKER")
                        || upper.contains("PODMAN")
                        || upper.equals("$(DC)"));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/';
    }

    /** Reads the command that starts at a word, and returns where to go on. */
    private int command(int lineStart, int word) {
        char quote = openQuote(lineStart, word);
        int end = quote == 0 ? endOfLine(word) : endOfString(word, quote);
        String written = text.substring(word, end);
        String rest = "";
        if (quote != 0 && PROGRAMS.contains(written)) {
            written = words(written, end);
        } else if (quote != 0) {
            written = written.replace("\\" + quote, String.valueOf(quote));
        } else if (written.contains("<<")) {
            rest = text.substring(end, Math.min(text.length(), end + LONGEST));
        }
        ShellScript script =
                ShellParser.parse(ShellSource.identity(SourceText.of(withoutExpressions(written.replace("\r", "")))));
        String below = rest;
        script.simpleCommands().forEach(command -> commands.add(new SpokenCommand(line, command, below)));
        return Math.max(word + 1, end);
    }

    /** What a pipeline puts in before the shell reads it is known as little as a parameter. */
    private static String withoutExpressions(String written) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int open = written.indexOf("${{", at);
            int close = open < 0 ? -1 : written.indexOf("}}", open);
            if (close < 0) {
                return out.append(written, at, written.length()).toString();
            }
            out.append(written, at, open).append("${_}");
            at = close + 2;
        }
    }

    /** Returns the quote that is open at a place of a line, or 0. */
    private char openQuote(int lineStart, int place) {
        char open = 0;
        for (int i = lineStart; i < place; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (open == 0 && (c == '"' || c == '\'' || c == '`')) {
                open = c;
            } else if (c == open) {
                open = 0;
            }
        }
        return open;
    }

    private int endOfString(int from, char quote) {
        int last = Math.min(text.length(), from + LONGEST);
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return endOfLine(from);
    }

    /** A backslash or an open quote joins the next line. */
    private int endOfLine(int from) {
        int last = Math.min(text.length(), from + LONGEST);
        char open = 0;
        int firstEnd = -1;
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                if (i + 1 < last && text.charAt(i + 1) == '\r') {
                    i++;
                }
                i++;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            } else if (c == open) {
                open = 0;
            } else if (c == '\n') {
                if (open == 0) {
                    return i;
                }
                firstEnd = firstEnd < 0 ? i : firstEnd;
            }
        }
        return firstEnd < 0 ? last : firstEnd;
    }

    /** Reads the strings of a list that starts with the program: {@code ["docker", "cp", "a", "b:/c"]}. */
    private String words(String program, int end) {
        StringBuilder out = new StringBuilder(program);
        int at = end + 1;
        int last = Math.min(text.length(), end + LONGEST);
        while (at < last) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                if (close < 0) {
                    break;
                }
                out.append(" '")
                        .append(text.substring(at + 1, close).replace("'", "'\\''"))
                        .append('\'');
                at = close + 1;
            } else if (c == ',' || Character.isWhitespace(c)) {
                at++;
            } else {
                break;
            }
        }
        return out.toString();
    }
}

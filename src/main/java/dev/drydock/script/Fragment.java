package dev.drydock.script;

import dev.drydock.shell.ShellScript;
import dev.drydock.text.TextRange;
import java.util.Objects;
import java.util.Optional;

/**
 * One text in a file that is run as a script of its own.
 *
 * @param host what the text stands in, which decides what may be written there
 * @param range the smallest range of the file that holds it
 */
public record Fragment(Host host, ShellScript script, TextRange range) {

    /** What stands around the text. */
    public enum Host {
        /** Nothing: the file is the script. */
        SCRIPT(""),
        /** A recipe of a Makefile, where a dollar sign is written twice. */
        RECIPE("$"),
        /** A block of lines in a YAML file. */
        BLOCK(""),
        /** A block of lines in a YAML file that are joined by blanks, so that no line has to say that it goes on. */
        FOLDED(""),
        /** A scalar without quotes in a YAML file, where a blank before a hash starts a comment. */
        PLAIN("#\n"),
        SINGLE_QUOTED("'\n"),
        DOUBLE_QUOTED("\"\\\n"),
        /** A command line of a systemd unit, which no shell reads: there are no operators. */
        UNIT("%$\"'\\;|&<>"),
        /** A fenced block of a Markdown text. */
        DOCUMENT("");

        private final String forbidden;

        /** Returns how a variable of the shell is written there. */
        public String variable(String name) {
            return (this == RECIPE ? "$$" : "$") + name;
        }

        Host(String forbidden) {
            this.forbidden = forbidden;
        }
    }

    public Fragment {
        Objects.requireNonNull(host);
        Objects.requireNonNull(script);
        Objects.requireNonNull(range);
    }

    /** Returns why {@code text}, as a shell reads it, cannot stand in this fragment as it is, or empty if it can. */
    public Optional<String> obstacleTo(String text) {
        boolean forbidden = text.chars().anyMatch(c -> host.forbidden.indexOf(c) >= 0);
        boolean value = host == Host.PLAIN && text.contains(": ");
        return forbidden || value
                ? Optional.of("'" + text.strip() + "' would have to be quoted in this file")
                : Optional.empty();
    }
}

package dev.drydock.api;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param file the path that was given
 * @param line where, in the text that was given, from 1
 * @param column from 1, in code points
 * @param code the stable code of the rule: {@code DD203}
 * @param rule the id of the rule: {@code apt-clean-lists}
 * @param message what is wrong, one line
 * @param repaired whether a fix repairs it
 * @param remedy what is done, or why nothing is
 */
public record FoundIssue(
        String file,
        int line,
        int column,
        String code,
        String rule,
        String message,
        boolean repaired,
        Optional<String> remedy) {
    public FoundIssue {
        Objects.requireNonNull(file);
        Objects.requireNonNull(code);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(message);
        Objects.requireNonNull(remedy);
    }
}

package dev.drydock.model;

import dev.drydock.text.TextRange;
import java.util.Objects;

/**
 * Where the value of a variable stands in a text with all variables put in.
 *
 * @param range empty where the value is
 */
public record VariableSpan(String name, TextRange range) {
    public VariableSpan {
        Objects.requireNonNull(name);
        Objects.requireNonNull(range);
    }
}

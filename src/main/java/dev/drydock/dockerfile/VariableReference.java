package dev.drydock.dockerfile;

import dev.drydock.text.TextRange;

/**
 * A use of a variable that Docker expands: {@code $NAME}, {@code ${NAME}} or {@code ${NAME:-default}}.
 *
 * @param name the variable
 * @param operator what stands between name and argument, such as {@code :-} or {@code %%}; empty for a plain use
 * @param argument the text after the operator, unexpanded; empty for a plain use
 * @param range where it stands in the value of its argument
 */
public record VariableReference(String name, String operator, String argument, TextRange range) {}

package dev.drydock.model;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.VariableReference;
import java.util.Optional;

/**
 * The values of variables at one place, as far as the file says. Docker expands them itself in all instructions but RUN,
 * CMD and ENTRYPOINT.
 *
 * <p>Source: BuildKit, {@code frontend/dockerfile/docs/reference.md}, "Environment replacement".
 */
@FunctionalInterface
interface VariableValues {
    /** Values that use each other twice double with each step; no real one comes near this. */
    int LIMIT = 1 << 16;

    /** Returns the value of a variable; empty if the file does not say it. */
    Optional<String> value(String name);

    /** Returns the argument with all variables put in, or empty if one of them is not known here. */
    default Optional<String> expand(Argument argument) {
        if (!argument.hasVariables()) {
            return argument.staticValue();
        }
        String text = argument.value();
        if (text.indexOf('\'') >= 0 || text.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        StringBuilder expanded = new StringBuilder();
        int position = 0;
        for (VariableReference variable : argument.variables()) {
            Optional<String> value = expand(variable);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            expanded.append(text, position, variable.range().start()).append(value.get());
            position = variable.range().end();
            if (expanded.length() > LIMIT) {
                return Optional.empty();
            }
        }
        return Optional.of(expanded.append(text.substring(position)).toString().replace("\"", ""));
    }

    private Optional<String> expand(VariableReference variable) {
        Optional<String> value = value(variable.name());
        boolean plainDefault = variable.argument().indexOf('$') < 0;
        return switch (variable.operator()) {
            case "" -> value;
            case ":-" ->
                value.filter(text -> !text.isEmpty())
                        .or(() -> plainDefault ? Optional.of(variable.argument()) : Optional.empty());
            case "-" -> value.or(() -> plainDefault ? Optional.of(variable.argument()) : Optional.empty());
            default -> Optional.empty();
        };
    }
}

package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.VariableReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of variables at one place, as far as the file says. Docker expands them itself in all instructions but RUN,
 * CMD and ENTRYPOINT.
 *
 * <p>Source: BuildKit, {@code frontend/dockerfile/docs/reference.md}, "Environment replacement".
 */
final class Arguments {
    /** Values that use each other twice double with each step; no real one comes near this. */
    private static final int LIMIT = 1 << 16;

    /** Invariant: a name that is declared without a value maps to empty. */
    private final Map<String, Optional<String>> values;

    private Arguments(Map<String, Optional<String>> values) {
        this.values = values;
    }

    /** Returns the defaults of the ARGs before the first FROM, which FROM lines use. */
    static Arguments global(List<ArgInstruction> declarations) {
        Arguments arguments = new Arguments(new HashMap<>());
        declarations.forEach(arguments::declare);
        return arguments;
    }

    static Arguments empty() {
        return new Arguments(new HashMap<>());
    }

    /** Takes the defaults of an ARG; one without a default takes the value of {@code outer}, if that has one. */
    void declare(ArgInstruction declaration) {
        declare(declaration, empty());
    }

    void declare(ArgInstruction declaration, Arguments outer) {
        for (KeyValue pair : declaration.pairs()) {
            Optional<String> value = pair.equalsToken().isEmpty()
                    ? outer.values.getOrDefault(pair.name(), Optional.empty())
                    : pair.value().map(this::expand).orElse(Optional.of(""));
            values.put(pair.name(), value);
        }
    }

    void set(String name, Optional<String> value) {
        values.put(name, value);
    }

    Optional<String> value(String name) {
        return values.getOrDefault(name, Optional.empty());
    }

    /** Returns the argument with all variables put in, or empty if one of them is not known here. */
    Optional<String> expand(Argument argument) {
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

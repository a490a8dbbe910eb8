package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.KeyValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of the ARGs before the first FROM. */
final class Arguments implements VariableValues {
    /** Invariant: a name that is declared without a value maps to empty. */
    private final Map<String, Optional<String>> values;

    private final Map<String, Optional<String>> passed;

    private Arguments(Map<String, Optional<String>> values, Map<String, Optional<String>> passed) {
        this.values = values;
        this.passed = passed;
    }

    /**
     * Returns the values of the ARGs before the first FROM, which FROM lines use.
     *
     * @param passed what counts instead of a default; empty for a value that is not known
     */
    static Arguments global(List<ArgInstruction> declarations, Map<String, Optional<String>> passed) {
        Arguments arguments = new Arguments(new HashMap<>(), passed);
        declarations.forEach(arguments::declare);
        return arguments;
    }

    private void declare(ArgInstruction declaration) {
        for (KeyValue pair : declaration.pairs()) {
            Optional<String> value = pair.equalsToken().isEmpty()
                    ? Optional.empty()
                    : pair.value().map(this::expand).orElse(Optional.of(""));
            values.put(pair.name(), passed.getOrDefault(pair.name(), value));
        }
    }

    @Override
    public Optional<String> value(String name) {
        return values.getOrDefault(name, Optional.empty());
    }
}

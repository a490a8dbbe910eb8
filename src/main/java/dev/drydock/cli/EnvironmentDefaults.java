package dev.drydock.cli;

import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values of options that are not given: the variable {@code DRYDOCK_} and the name of the option. Flags are asked for
 * elsewhere ({@link Surroundings#flag}), because picocli turns a flag that is on by default off when it is given.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Surroundings surroundings;

    EnvironmentDefaults(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        boolean isFlag = argument.arity().max() == 0;
        if (isFlag || !(argument instanceof OptionSpec option)) {
            return null;
        }
        Optional<String> value = surroundings.variableOf(option.longestName().substring(2));
        return value.orElse(null);
    }
}

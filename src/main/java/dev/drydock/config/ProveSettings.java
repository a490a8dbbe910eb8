package dev.drydock.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a project wants to be built and started when it is tried. No value of a secret stands here, only where it is.
 *
 * @param buildArguments by name: the value, or empty for that of the environment variable of the same name
 * @param buildSecrets by id
 * @param probes commands that are run by a shell inside of each container
 * @param environment a file with variables for the containers, absolute
 * @param leaveOut services that are not started
 */
public record ProveSettings(
        Map<String, Optional<String>> buildArguments,
        Map<String, Source> buildSecrets,
        List<String> probes,
        Optional<Path> environment,
        List<String> leaveOut) {

    /** Nothing is set. */
    public static final ProveSettings NONE =
            new ProveSettings(Map.of(), Map.of(), List.of(), Optional.empty(), List.of());

    static final String ARGUMENTS = "build-args";
    static final String SECRETS = "build-secrets";
    static final String PROBES = "probes";
    static final String ENVIRONMENT = "environment";
    static final String LEAVE_OUT = "leave-out";
    static final List<String> KEYS = List.of(ARGUMENTS, SECRETS, PROBES, ENVIRONMENT, LEAVE_OUT);

    /**
     * Where a secret is.
     *
     * @param file absolute; one of the two is there
     * @param variable the name of an environment variable
     */
    public record Source(Optional<Path> file, Optional<String> variable) {
        public Source {
            Objects.requireNonNull(file);
            Objects.requireNonNull(variable);
        }
    }

    public ProveSettings {
        buildArguments = Map.copyOf(buildArguments);
        buildSecrets = Map.copyOf(buildSecrets);
        probes = List.copyOf(probes);
        Objects.requireNonNull(environment);
        leaveOut = List.copyOf(leaveOut);
    }

    /** Returns what is left if nothing of the host is handed to the repository: no variable and no file. */
    public ProveSettings withoutHost() {
        Map<String, Optional<String>> values = new TreeMap<>(buildArguments);
        values.values().removeIf(Optional::isEmpty);
        return new ProveSettings(values, Map.of(), probes, Optional.empty(), leaveOut);
    }

    ProveSettings over(ProveSettings base) {
        Map<String, Optional<String>> arguments = new TreeMap<>(base.buildArguments);
        arguments.putAll(buildArguments);
        Map<String, Source> secrets = new TreeMap<>(base.buildSecrets);
        secrets.putAll(buildSecrets);
        List<String> all = new ArrayList<>(base.probes);
        all.addAll(probes);
        List<String> left = new ArrayList<>(base.leaveOut);
        left.addAll(leaveOut);
        return new ProveSettings(arguments, secrets, all, environment.or(base::environment), left);
    }
}

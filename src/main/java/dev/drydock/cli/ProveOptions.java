package dev.drydock.cli;

import dev.drydock.trial.Limits;
import dev.drydock.trial.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of every command that builds and starts something. */
final class ProveOptions {
    @Option(names = "--engine", paramLabel = "PROGRAM", description = "docker or podman; default: what answers.")
    String engine;

    @Option(
            names = {"-y", "--yes"},
            description = "Build and start without asking.")
    boolean yes;

    @Option(
            names = "--probe",
            paramLabel = "COMMAND",
            description = "Run this in each container while it is tried; its exit code must stay the same.")
    List<String> probes = List.of();

    @Option(
            names = "--build-arg",
            paramLabel = "NAME",
            description = "Build with the value that the environment variable NAME has.")
    List<String> buildArguments = List.of();

    @Option(names = "--build-secret", paramLabel = "ID=FILE", description = "The file with a secret of the builds.")
    Map<String, Path> buildSecrets = Map.of();

    @Option(names = "--time-limit", paramLabel = "SECONDS", description = "How long one build may take; default: 900.")
    Integer timeLimit;

    @Option(
            names = "--start-limit",
            paramLabel = "SECONDS",
            description = "How long a container may take until it is ready; default: 60.")
    Integer startLimit;

    @Option(names = "--memory", paramLabel = "SIZE", description = "The memory of one container; default: 2g.")
    String memory;

    @Option(
            names = "--allow",
            paramLabel = "WHAT",
            split = ",",
            converter = ReachConverter.class,
            description =
                    "Start what reaches out of its container: directories, socket, privileged, namespaces, devices.")
    List<Settings.Reach> allowed = List.of();

    @Option(names = "--update", description = "Try again what is already in drydock.evidence.yaml.")
    boolean update;

    static final class ReachConverter extends RunOptions.WordConverter<Settings.Reach> {
        ReachConverter() {
            super(Settings.Reach.values());
        }
    }

    /** @throws Failure if a variable is not set, or a file not there */
    Settings settings(Surroundings surroundings) {
        Map<String, String> values = new TreeMap<>();
        for (String name : buildArguments) {
            values.put(
                    name,
                    surroundings
                            .variable(name)
                            .orElseThrow(() ->
                                    new Failure("--build-arg " + name + ": there is no such environment variable")));
        }
        Map<String, Path> secrets = new TreeMap<>();
        buildSecrets.forEach((id, file) -> {
            Path place = surroundings.workingDirectory().resolve(file);
            if (!Files.isRegularFile(place)) {
                throw new Failure("--build-secret " + id + ": there is no such file");
            }
            secrets.put(id, place);
        });
        return new Settings(values, secrets, probes, Optional.empty(), Set.of(), Set.copyOf(allowed));
    }

    /** @throws Failure if a limit is none */
    Limits limits() {
        return new Limits(
                seconds("--time-limit", timeLimit).orElse(Limits.USUAL.build()),
                seconds("--start-limit", startLimit).orElse(Limits.USUAL.start()),
                memory == null ? Limits.USUAL.memory() : memory,
                Limits.USUAL.processes());
    }

    private static Optional<Duration> seconds(String option, Integer value) {
        if (value != null && value < 1) {
            throw new Failure(option + " must be at least 1");
        }
        return Optional.ofNullable(value).map(Duration::ofSeconds);
    }
}

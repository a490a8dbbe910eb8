package dev.drydock.cli;

import dev.drydock.config.ProveSettings;
import dev.drydock.forge.ForgeCredentials;
import dev.drydock.forge.Platform;
import dev.drydock.trial.Limits;
import dev.drydock.trial.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what came of it, and how the images differ: .json, .md, or text.")
    Path report;

    @Option(
            names = "--keep-logs",
            paramLabel = "DIRECTORY",
            description = "Write what builds and containers print into files there, secrets masked.")
    Path keepLogs;

    @Option(names = "--update", description = "Try again what is already in drydock.evidence.yaml.")
    boolean update;

    static final class ReachConverter extends RunOptions.WordConverter<Settings.Reach> {
        ReachConverter() {
            super(Settings.Reach.values());
        }
    }

    /**
     * Returns how projects are tried; options win over what is configured.
     *
     * @throws Failure if a variable is not set, or a file not there
     */
    Settings settings(Surroundings surroundings, ProveSettings configured) {
        Map<String, String> values = new TreeMap<>();
        Set<String> secretValues = new TreeSet<>();
        configured.buildArguments().forEach((name, value) -> {
            values.put(name, value.orElseGet(() -> variable(surroundings, name, "build-args")));
            if (value.isEmpty()) {
                secretValues.add(values.get(name));
            }
        });
        for (String name : buildArguments) {
            values.put(name, variable(surroundings, name, "--build-arg"));
            secretValues.add(values.get(name));
        }
        Map<String, String> secrets = new TreeMap<>();
        configured.buildSecrets().forEach((id, source) -> {
            source.file().ifPresent(file -> secrets.put(id, "src=" + file("build-secrets", id, file)));
            source.variable().ifPresent(name -> {
                secretValues.add(variable(surroundings, name, "build-secrets"));
                secrets.put(id, "env=" + name);
            });
        });
        buildSecrets.forEach((id, file) -> secrets.put(
                id,
                "src="
                        + file(
                                "--build-secret",
                                id,
                                surroundings.workingDirectory().resolve(file))));
        List<String> asked = new ArrayList<>(configured.probes());
        asked.addAll(probes);
        Optional<Path> environment = configured
                .environment()
                .map(file -> file("environment", file.getFileName().toString(), file));
        return new Settings(
                values,
                secrets,
                asked,
                environment,
                Set.copyOf(configured.leaveOut()),
                secretValues,
                Set.copyOf(allowed));
    }

    /** The keys to forges are ours, and nothing that is built gets to see them. */
    private static String variable(Surroundings surroundings, String name, String option) {
        if (isToken(name)) {
            throw new Failure(option + " " + name + ": the tokens of drydock itself are not handed to builds");
        }
        return surroundings
                .variable(name)
                .orElseThrow(() -> new Failure(option + " " + name + ": there is no such environment variable"));
    }

    private static boolean isToken(String name) {
        return name.startsWith("DRYDOCK_")
                || Arrays.stream(Platform.values())
                        .flatMap(platform -> ForgeCredentials.variables(platform).stream())
                        .anyMatch(name::equals);
    }

    private static Path file(String option, String id, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(option + " " + id + ": there is no such file");
        }
        return file;
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

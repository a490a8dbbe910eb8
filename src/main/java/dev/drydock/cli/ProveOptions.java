package dev.drydock.cli;

import dev.drydock.trial.Limits;
import dev.drydock.trial.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

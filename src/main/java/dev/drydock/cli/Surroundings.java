package dev.drydock.cli;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.transform.Facts;
import dev.drydock.transform.builtin.BuiltInTransforms;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a command finds around it.
 *
 * @param workingDirectory what relative paths are relative to, absolute
 * @param environment the environment variables
 * @param input standard input
 * @param terminal whether a person watches standard output
 * @param errorTerminal whether a person watches standard error
 * @param catalogue the transforms, read when they are needed
 * @param facts what the transforms know, read when it is needed
 */
public record Surroundings(
        Path workingDirectory,
        Map<String, String> environment,
        InputStream input,
        boolean terminal,
        boolean errorTerminal,
        Supplier<Catalogue> catalogue,
        Supplier<Facts> facts) {
    private static final String PREFIX = "DRYDOCK_";

    /** What the launcher reads. */
    private static final Set<String> OF_LAUNCHER = Set.of("DRYDOCK_JAVA", "DRYDOCK_JAR", "DRYDOCK_CDS");

    public Surroundings {
        Objects.requireNonNull(workingDirectory);
        environment = Map.copyOf(environment);
        Objects.requireNonNull(input);
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(facts);
    }

    /** Creates surroundings in which nobody watches standard error. */
    public Surroundings(
            Path workingDirectory,
            Map<String, String> environment,
            InputStream input,
            boolean terminal,
            Supplier<Catalogue> catalogue,
            Supplier<Facts> facts) {
        this(workingDirectory, environment, input, terminal, false, catalogue, facts);
    }

    /** Returns the surroundings of a process, with the transforms that come with Drydock. */
    public static Surroundings of(
            Path workingDirectory,
            Map<String, String> environment,
            InputStream input,
            boolean terminal,
            boolean errorTerminal) {
        return new Surroundings(
                workingDirectory,
                environment,
                input,
                terminal,
                errorTerminal,
                () -> Catalogue.packaged(BuiltInTransforms.all()),
                () -> new Facts(Knowledge.packaged()).withToday(today(environment)));
    }

    /** Returns the same in another working directory. */
    Surroundings at(Path folder) {
        return new Surroundings(folder, environment, input, terminal, errorTerminal, catalogue, facts);
    }

    /** Returns the day of the run, UTC; {@code SOURCE_DATE_EPOCH} sets it for those who want the same output later. */
    LocalDate today() {
        return today(environment);
    }

    private static LocalDate today(Map<String, String> environment) {
        String seconds = environment.getOrDefault("SOURCE_DATE_EPOCH", "");
        if (seconds.isEmpty()) {
            return LocalDate.now(ZoneOffset.UTC);
        }
        try {
            return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException e) {
            throw new Failure("SOURCE_DATE_EPOCH is not a number of seconds", e);
        }
    }

    /** Returns the value of a variable that is set to something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the value of a variable that is set to something, or null. For those who ask {@code System::getenv}. */
    String variableOrNull(String name) {
        return variable(name).orElse(null);
    }

    /** Returns the user's home. */
    Path home() {
        return workingDirectory.resolve(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    /** Returns the value of the variable for an option: {@code DRYDOCK_SAFETY} for {@code safety}. */
    Optional<String> variableOf(String option) {
        return variable(PREFIX + option.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns whether a variable may be set that stands for an option. */
    boolean holdsOptions() {
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX) && !OF_LAUNCHER.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a flag is given, or set by its variable to something that is not off. */
    boolean flag(boolean given, String option) {
        return given
                || variableOf(option)
                        .filter(value -> !value.equals("0") && !value.equalsIgnoreCase("false"))
                        .isPresent();
    }

    /** Returns the configuration of the user, which need not exist. */
    Optional<Path> userConfiguration() {
        Optional<Path> base = variable("XDG_CONFIG_HOME")
                .or(() -> variable("HOME").map(home -> home + "/.config"))
                .map(workingDirectory::resolve);
        return base.map(folder -> folder.resolve("drydock/config.yaml"));
    }
}

package dev.drydock.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody wants a project to be tried.
 *
 * @param buildArguments the build arguments, by name
 * @param buildSecrets the secrets of builds, by id: {@code src=} and a file, or {@code env=} and a variable
 * @param probes commands that are run by a shell inside of each container
 * @param environment a file with variables for containers that are started from an image alone
 * @param leaveOut the services that are not started
 * @param secretValues values that must not be seen in anything that is kept
 * @param allowed what is not refused although it reaches out of the container
 */
public record Settings(
        Map<String, String> buildArguments,
        Map<String, String> buildSecrets,
        List<String> probes,
        Optional<Path> environment,
        Set<String> leaveOut,
        Set<String> secretValues,
        Set<Reach> allowed) {

    /** Nothing is set. */
    public static final Settings NONE =
            new Settings(Map.of(), Map.of(), List.of(), Optional.empty(), Set.of(), Set.of(), Set.of());

    /** A way in which a container reaches out to its host. */
    public enum Reach {
        /** Folders outside of the project. */
        DIRECTORIES("it mounts a directory outside of the project"),
        /** The socket of the engine. */
        SOCKET("it mounts a socket of the host"),
        /** Privileged containers. */
        PRIVILEGED("it is privileged"),
        /** The namespaces of the host. */
        NAMESPACES("it uses a namespace of the host"),
        /** Devices of the host. */
        DEVICES("it uses devices of the host");

        private final String reason;

        Reach(String reason) {
            this.reason = reason;
        }

        /** Returns why such a container is not started, and which option starts it. */
        String refusal() {
            return reason + "; --allow " + name().toLowerCase(Locale.ROOT) + " starts it";
        }
    }

    public Settings {
        buildArguments = Map.copyOf(buildArguments);
        buildSecrets = Map.copyOf(buildSecrets);
        probes = List.copyOf(probes);
        leaveOut = Set.copyOf(leaveOut);
        secretValues = Set.copyOf(secretValues);
        allowed = Set.copyOf(allowed);
    }

    boolean allows(Reach reach) {
        return allowed.contains(reach);
    }
}

package dev.drydock.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How registries are reached.
 *
 * @param dockerConfig the directory that holds Docker's {@code config.json}
 * @param certificateDirectories directories in Docker's {@code certs.d} form: one folder for each {@code host[:port]},
 *     with the certificates of its authorities in {@code *.crt}
 * @param certificateAuthorities PEM files with authorities to trust besides those of the JDK
 * @param plainHttpHosts hosts ({@code host} or {@code host:port}) that are asked over plain HTTP; loopback needs no
 *     listing
 * @param mirrors base addresses that are asked for images of docker.io first, in this order
 * @param connectTimeout for a connection
 * @param answerTimeout for a whole answer, its body included
 * @param attempts how often a question is asked when the connection or the server fails; at least 1
 * @param backOff the pause after the first failure; it doubles with each further one and is jittered
 * @param longestPause the longest wait that a registry may ask for (429 with Retry-After) before the question fails
 * @param searchPath the directories in which credential helpers are looked for, as in PATH
 * @param helperTimeout for one run of a credential helper
 */
public record RegistryOptions(
        Path dockerConfig,
        List<Path> certificateDirectories,
        List<Path> certificateAuthorities,
        Set<String> plainHttpHosts,
        List<URI> mirrors,
        Duration connectTimeout,
        Duration answerTimeout,
        int attempts,
        Duration backOff,
        Duration longestPause,
        String searchPath,
        Duration helperTimeout) {

    public RegistryOptions {
        certificateDirectories = List.copyOf(certificateDirectories);
        certificateAuthorities = List.copyOf(certificateAuthorities);
        plainHttpHosts = Set.copyOf(plainHttpHosts);
        mirrors = List.copyOf(mirrors);
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1");
        }
    }

    /**
     * Returns the options that Docker itself would use.
     *
     * @param environment the environment variables; DOCKER_CONFIG and PATH are read
     * @param home the home directory of the user
     */
    public static RegistryOptions of(Map<String, String> environment, Path home) {
        String configured = environment.getOrDefault("DOCKER_CONFIG", "");
        return new RegistryOptions(
                configured.isEmpty() ? home.resolve(".docker") : Path.of(configured),
                List.of(
                        home.resolve(".docker/certs.d"),
                        home.resolve(".config/docker/certs.d"),
                        Path.of("/etc/docker/certs.d")),
                List.of(),
                Set.of(),
                List.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                3,
                Duration.ofMillis(500),
                Duration.ofSeconds(60),
                environment.getOrDefault("PATH", ""),
                Duration.ofSeconds(15));
    }

    public RegistryOptions withCertificateAuthorities(List<Path> files) {
        return new RegistryOptions(
                dockerConfig,
                certificateDirectories,
                files,
                plainHttpHosts,
                mirrors,
                connectTimeout,
                answerTimeout,
                attempts,
                backOff,
                longestPause,
                searchPath,
                helperTimeout);
    }

    public RegistryOptions withCertificateDirectories(List<Path> directories) {
        return new RegistryOptions(
                dockerConfig,
                directories,
                certificateAuthorities,
                plainHttpHosts,
                mirrors,
                connectTimeout,
                answerTimeout,
                attempts,
                backOff,
                longestPause,
                searchPath,
                helperTimeout);
    }

    public RegistryOptions withPlainHttpHosts(Set<String> hosts) {
        return new RegistryOptions(
                dockerConfig,
                certificateDirectories,
                certificateAuthorities,
                hosts,
                mirrors,
                connectTimeout,
                answerTimeout,
                attempts,
                backOff,
                longestPause,
                searchPath,
                helperTimeout);
    }

    public RegistryOptions withMirrors(List<URI> addresses) {
        return new RegistryOptions(
                dockerConfig,
                certificateDirectories,
                certificateAuthorities,
                plainHttpHosts,
                addresses,
                connectTimeout,
                answerTimeout,
                attempts,
                backOff,
                longestPause,
                searchPath,
                helperTimeout);
    }

    public RegistryOptions withTimeouts(Duration connect, Duration answer) {
        return new RegistryOptions(
                dockerConfig,
                certificateDirectories,
                certificateAuthorities,
                plainHttpHosts,
                mirrors,
                connect,
                answer,
                attempts,
                backOff,
                longestPause,
                searchPath,
                helperTimeout);
    }

    public RegistryOptions withHelperTimeout(Duration timeout) {
        return new RegistryOptions(
                dockerConfig,
                certificateDirectories,
                certificateAuthorities,
                plainHttpHosts,
                mirrors,
                connectTimeout,
                answerTimeout,
                attempts,
                backOff,
                longestPause,
                searchPath,
                timeout);
    }
}

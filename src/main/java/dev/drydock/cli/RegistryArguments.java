package dev.drydock.cli;

import dev.drydock.config.RegistrySettings;
import dev.drydock.registry.RegistryOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say how image registries are reached. */
final class RegistryArguments {
    @Option(
            names = "--registry-ca",
            paramLabel = "FILE",
            split = ",",
            description = "Trust the certificate authorities in this PEM file as well.")
    List<String> authorities = List.of();

    @Option(
            names = "--plain-http-host",
            paramLabel = "HOST",
            split = ",",
            description = "Ask this registry (host or host:port) without TLS; loopback needs no listing.")
    List<String> plainHttpHosts = List.of();

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            split = ",",
            description = "Ask this mirror for images of Docker Hub first.")
    List<String> mirrors = List.of();

    /**
     * Returns how registries are reached: as Docker does, and as options and configuration say.
     *
     * @throws Failure if a file is not there or an address is none
     */
    RegistryOptions options(Surroundings surroundings, RegistrySettings settings) {
        List<Path> files = new ArrayList<>();
        authorities.forEach(file -> files.add(surroundings.workingDirectory().resolve(file)));
        files.addAll(settings.authorities());
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Failure("no such file of certificate authorities: " + file);
            }
        }
        Set<String> plain = new HashSet<>(plainHttpHosts);
        plain.addAll(settings.plainHttpHosts());
        List<URI> addresses = new ArrayList<>();
        mirrors.forEach(mirror -> addresses.add(address(mirror)));
        settings.mirrors().forEach(mirror -> addresses.add(address(mirror)));
        Path home = Path.of(surroundings.variable("HOME").orElse(System.getProperty("user.home")));
        return RegistryOptions.of(surroundings.environment(), home)
                .withCertificateAuthorities(files)
                .withPlainHttpHosts(plain)
                .withMirrors(addresses);
    }

    /** What is refused is not printed: an address may hold a login. */
    private static URI address(String mirror) {
        try {
            URI address = URI.create(mirror);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new Failure("a mirror is the http or https address of a host, without a login inside");
        }
        throw new Failure("a mirror is the http or https address of a host, without a login inside");
    }
}

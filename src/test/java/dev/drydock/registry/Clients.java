package dev.drydock.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Clients for tests: a home directory of their own, a clock that stands, and pauses that take no time. */
final class Clients {
    final Path home;
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

    Clients(Path home) {
        this.home = home;
    }

    /** Writes Docker's config.json; "HOST" stands for the host. */
    Clients config(String json) {
        try {
            Files.createDirectories(home.resolve(".docker"));
            Files.writeString(home.resolve(".docker/config.json"), json);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RegistryOptions options() {
        return RegistryOptions.of(Map.of("PATH", home.resolve("bin").toString()), home)
                .withCertificateDirectories(List.of(home.resolve(".docker/certs.d")))
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    RegistryClient client() {
        return client(options());
    }

    RegistryClient client(RegistryOptions options) {
        return new RegistryClient(options, digest -> Optional.empty(), clock(), pauses::add);
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}

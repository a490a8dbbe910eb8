package dev.drydock.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A program that is started with bounds: it ends in time or is ended, and no more of its output is kept than asked for.
 *
 * @param words the program and its arguments
 * @param folder the folder in which it runs; empty: that of this process
 * @param variables environment variables on top of those of this process
 * @param limit how long it may take
 * @param largest how many bytes of each of its outputs are kept, the last ones
 * @param isBare whether it sees nothing of the environment but what engines need
 */
record Command(
        List<String> words,
        Optional<Path> folder,
        Map<String, String> variables,
        Duration limit,
        int largest,
        boolean isBare) {
    private static final int USUAL_SIZE = 4 << 20;

    // The keys to forges. An engine puts variables of its environment into what a compose file says.
    private static final Set<String> TOKENS = Set.of(
            "GITHUB_TOKEN",
            "GH_TOKEN",
            "GITLAB_TOKEN",
            "GITEA_TOKEN",
            "FORGEJO_TOKEN",
            "BITBUCKET_TOKEN",
            "CI_JOB_TOKEN",
            "ACTIONS_RUNTIME_TOKEN",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN");

    // What the programs of engines need themselves.
    private static final Set<String> OF_ENGINES =
            Set.of("PATH", "HOME", "USER", "LANG", "TMPDIR", "SSH_AUTH_SOCK", "http_proxy", "https_proxy", "no_proxy");

    private static final List<String> FAMILIES_OF_ENGINES =
            List.of("DOCKER_", "CONTAINERS_", "CONTAINER_HOST", "XDG_", "LC_", "BUILDX_", "BUILDKIT_", "REGISTRY_AUTH");

    Command {
        words = List.copyOf(words);
        Objects.requireNonNull(folder);
        variables = Map.copyOf(variables);
        Objects.requireNonNull(limit);
    }

    Command(List<String> words, Duration limit) {
        this(words, Optional.empty(), Map.of(), limit, USUAL_SIZE, false);
    }

    /** Returns the same with nothing of the environment but what engines need. */
    Command bare(boolean wanted) {
        return new Command(words, folder, variables, limit, largest, wanted);
    }

    private void strip(Map<String, String> environment) {
        environment.keySet().removeIf(name -> TOKENS.contains(name) || name.startsWith("DRYDOCK_"));
        if (isBare) {
            environment
                    .keySet()
                    .removeIf(name -> !OF_ENGINES.contains(name)
                            && FAMILIES_OF_ENGINES.stream().noneMatch(name::startsWith));
        }
    }

    Command in(Path place) {
        return new Command(words, Optional.of(place), variables, limit, largest, isBare);
    }

    Command with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new Command(words, folder, all, limit, largest, isBare);
    }

    /**
     * What came of it.
     *
     * @param code the exit code; -1 if it was ended because it took too long, or could not be started
     * @param timedOut whether it took too long
     */
    record Outcome(int code, String out, String err, boolean timedOut) {
        boolean isOk() {
            return code == 0;
        }
    }

    /** Reads what a program prints. */
    @FunctionalInterface
    interface Reader<T> {
        T read(InputStream out) throws IOException;
    }

    private ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(words);
        folder.ifPresent(place -> builder.directory(place.toFile()));
        strip(builder.environment());
        builder.environment().putAll(variables);
        return builder.redirectInput(ProcessBuilder.Redirect.from(nullDevice().toFile()));
    }

    /** Runs the program and hands its output over as it comes; empty if it fails or takes too long. */
    <T> Optional<T> read(Reader<T> reader) {
        Process process;
        try {
            process = builder().redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            return Optional.empty();
        }
        Thread guard = new Thread(
                () -> {
                    try {
                        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                            process.destroyForcibly();
                        }
                    } catch (InterruptedException e) {
                        process.destroyForcibly();
                    }
                },
                "limit");
        guard.setDaemon(true);
        guard.start();
        try (InputStream out = process.getInputStream()) {
            T value = reader.read(out);
            out.skip(Long.MAX_VALUE);
            return Optional.of(value);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs the program to its end or its limit. */
    Outcome run() {
        Process process;
        try {
            process = builder().start();
        } catch (IOException e) {
            return new Outcome(-1, "", "cannot be started", false);
        }
        Tail out = new Tail(process.getInputStream(), largest);
        Tail err = new Tail(process.getErrorStream(), largest);
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
        return new Outcome(ended ? process.exitValue() : -1, out.text(), err.text(), !ended);
    }

    private static Path nullDevice() {
        return Path.of(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    /** Reads a stream to its end in a thread of its own and keeps the last bytes. */
    private static final class Tail {
        private static final long PATIENCE_MILLIS = 5000;

        private final byte[] kept;
        private final Thread reader;
        private long total;

        Tail(InputStream stream, int largest) {
            this.kept = new byte[largest];
            this.reader = new Thread(() -> read(stream), "output");
            reader.setDaemon(true);
            reader.start();
        }

        private void read(InputStream stream) {
            byte[] buffer = new byte[8192];
            try (stream) {
                for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    keep(buffer, count);
                }
            } catch (IOException | UncheckedIOException e) {
                // The process was ended; what was read is what there is.
            }
        }

        private synchronized void keep(byte[] buffer, int count) {
            for (int i = 0; i < count; i++) {
                kept[(int) (total++ % kept.length)] = buffer[i];
            }
        }

        String text() {
            try {
                // A grandchild may hold the stream open for longer than the process lives.
                reader.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (this) {
                int length = (int) Math.min(total, kept.length);
                byte[] ordered = new byte[length];
                for (int i = 0; i < length; i++) {
                    ordered[i] = kept[(int) ((total - length + i) % kept.length)];
                }
                return new String(ordered, StandardCharsets.UTF_8);
            }
        }
    }
}

package dev.drydock.registry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code docker-credential-<name> get}, as Docker does: the program is named by the user's own configuration, gets
 * the server on standard input and prints a login. It is looked for in the absolute directories of the search path
 * only, so that no file of a scanned repository can take its place.
 */
final class CredentialHelper {
    private static final String TOKEN_USER = "<token>";
    private static final int OUTPUT_LIMIT = 1 << 16;

    private final String searchPath;
    private final Path workingDirectory;
    private final Duration timeout;

    CredentialHelper(RegistryOptions options) {
        this.searchPath = options.searchPath();
        this.workingDirectory = options.dockerConfig();
        this.timeout = options.helperTimeout();
    }

    /** Returns the login that the helper of this name keeps for the server. */
    CredentialLookup get(String name, String server) throws InterruptedException {
        if (!isName(name)) {
            return CredentialLookup.problem("the configured credential helper has no usable name");
        }
        String program = "docker-credential-" + name;
        Optional<Path> file = find(program);
        if (file.isEmpty()) {
            return CredentialLookup.problem(program + " is not on the PATH");
        }
        try {
            return run(program, file.get(), server);
        } catch (IOException e) {
            return CredentialLookup.problem(program + " cannot be run");
        }
    }

    /** A name of letters, digits, dots, underscores and hyphens: nothing that leads to another folder. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '.'
                                || c == '_'
                                || c == '-');
    }

    private Optional<Path> find(String program) {
        String file = File.separatorChar == '\\' ? program + ".exe" : program;
        for (String entry : searchPath.split(File.pathSeparator, -1)) {
            Optional<Path> candidate = absolute(entry).map(directory -> directory.resolve(file));
            if (candidate.isPresent() && Files.isRegularFile(candidate.get()) && Files.isExecutable(candidate.get())) {
                return candidate;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> absolute(String entry) {
        try {
            return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private CredentialLookup run(String program, Path file, String server) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(file.toString(), "get")
                .directory(workingDirectory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            try (OutputStream in = process.getOutputStream()) {
                in.write(server.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // A helper that does not read its input may still print a login, or fail with a status.
            }
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return CredentialLookup.problem(program + " does not end in time");
            }
            byte[] printed =
                    output.completeOnTimeout(new byte[0], 1, TimeUnit.SECONDS).join();
            return process.exitValue() == 0 ? login(program, printed) : refusal(program, printed);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static byte[] read(InputStream in) {
        try (in) {
            return in.readNBytes(OUTPUT_LIMIT);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static CredentialLookup login(String program, byte[] printed) {
        Optional<JsonObject> json = JsonObject.parse(printed);
        Optional<String> secret = json.flatMap(o -> o.string("Secret")).filter(s -> !s.isEmpty());
        String user = json.flatMap(o -> o.string("Username")).orElse("");
        if (secret.isEmpty()) {
            return json.isPresent()
                    ? CredentialLookup.none()
                    : CredentialLookup.problem(program + " prints something else than a login");
        }
        return CredentialLookup.found(
                user.equals(TOKEN_USER)
                        ? Credential.identityToken(secret.get())
                        : Credential.password(user, secret.get()));
    }

    /** A helper that keeps no login for the server fails too, and says so; that is no problem. */
    private static CredentialLookup refusal(String program, byte[] printed) {
        String text = new String(printed, StandardCharsets.UTF_8);
        return text.contains("credentials not found")
                ? CredentialLookup.none()
                : CredentialLookup.problem(program + " fails");
    }
}

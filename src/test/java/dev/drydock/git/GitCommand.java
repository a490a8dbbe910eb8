package dev.drydock.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the real {@code git} in a folder, with no configuration but the one given here. */
public final class GitCommand {
    private final Path folder;

    private GitCommand(Path folder) {
        this.folder = folder;
    }

    /** Returns a new repository in {@code folder} with branch {@code main} and no commit. */
    public static GitCommand init(Path folder) {
        create(folder);
        GitCommand git = new GitCommand(folder);
        git.run("init", "-q", "-b", "main");
        return git;
    }

    /** Returns a new bare repository. */
    public static GitCommand initBare(Path folder) {
        create(folder);
        GitCommand git = new GitCommand(folder);
        git.run("init", "-q", "--bare", "-b", "main");
        git.run("config", "http.receivepack", "true");
        return git;
    }

    public static GitCommand in(Path folder) {
        return new GitCommand(folder);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Writes a file of the work tree. */
    public GitCommand write(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits everything in the work tree and returns the id. */
    public String commitAll(String message) {
        run("add", "-A");
        run("commit", "-q", "-m", message);
        return run("rev-parse", "HEAD");
    }

    /** Returns what the command prints, without the last line break; fails on another status than 0. */
    public String run(String... arguments) {
        Result result = tryRun(arguments);
        if (result.status() != 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + ": " + result.output());
        }
        return result.output().strip();
    }

    /** What a command printed (both streams) and its status. */
    public record Result(int status, String output) {}

    public Result tryRun(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        environment(builder.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void environment(Map<String, String> environment) {
        environment.putAll(Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_SYSTEM", "/dev/null",
                "GIT_AUTHOR_NAME", "A Person",
                "GIT_AUTHOR_EMAIL", "person@example.org",
                "GIT_COMMITTER_NAME", "A Person",
                "GIT_COMMITTER_EMAIL", "person@example.org",
                "GIT_AUTHOR_DATE", "2026-01-02T03:04:05Z",
                "GIT_COMMITTER_DATE", "2026-01-02T03:04:05Z",
                "GIT_TERMINAL_PROMPT", "0"));
    }
}

package dev.drydock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged program as processes of its own, in an environment that holds nothing of the user's. */
final class BuiltProgram {
    private static final Path LAUNCHER = Path.of("drydock").toAbsolutePath();

    private final Path folder;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private int count;

    /** @param folder where the processes run */
    BuiltProgram(Path folder, Path home) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(home);
        environment.put("HOME", home.toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", System.getenv("PATH"));
    }

    BuiltProgram with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** A process and where it prints. */
    record Running(Process process, Path stdout, Path stderr) {
        /** Waits for the end. */
        CommandCase.Result result() throws IOException, InterruptedException {
            int exit = process.waitFor();
            return new CommandCase.Result(Files.readString(stdout), Files.readString(stderr), exit);
        }
    }

    Running start(String... arguments) throws IOException {
        count++;
        Path stdout = home.resolve("stdout" + count);
        Path stderr = home.resolve("stderr" + count);
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, stdout, stderr);
    }

    CommandCase.Result run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).result();
    }
}

package dev.drydock.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The step of the build that runs the usual commands in one process, so that the archive of loaded classes holds what they
 * need. It works on copies, prints nothing but the version, and ends the process.
 */
public final class Training {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("check"),
            List.of("check", "--format=json", "--safety=suggest"),
            List.of("diff", "--safety=suggest"),
            List.of("fix", "--quiet"));

    private static final String SMALL = "FROM node:20\nRUN npm install\n";

    private Training() {}

    /** Trains with the files in the directories that are the arguments. */
    public static void main(String[] directories) throws IOException {
        Path copy = Files.createTempDirectory("drydock-training");
        try {
            for (int i = 0; i < directories.length; i++) {
                copy(Path.of(directories[i]), copy.resolve(String.valueOf(i)));
            }
            run(copy, Stream.of("check", "."));
            Files.writeString(copy.resolve("Dockerfile"), SMALL);
            for (String command : List.of("check", "diff", "fix")) {
                run(copy, Stream.of(command, "Dockerfile"));
            }
            for (List<String> command : COMMANDS) {
                run(copy, Stream.concat(command.stream(), Stream.of("--isolated", ".")));
            }
            run(copy, Stream.of("fix", "--isolated", "-"));
        } finally {
            delete(copy);
        }
        Main.main(new String[] {"--version"});
    }

    private static void run(Path directory, Stream<String> command) {
        byte[] input = SMALL.getBytes(StandardCharsets.UTF_8);
        Surroundings surroundings = Surroundings.of(directory, Map.of(), new ByteArrayInputStream(input), false, false);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        int code = Drydock.execute(surroundings, nowhere, nowhere, command.toArray(String[]::new));
        if (code == ExitCodes.ERROR) {
            throw new IllegalStateException("a command ended with an error");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

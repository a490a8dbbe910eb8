package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.golden.GoldenFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folders below {@code golden/cli}: {@code command.txt} is run in a copy of {@code tree/} (or in what {@link
 * GeneratedTrees} makes), and must print {@code stdout.txt} and {@code stderr.txt} and end with {@code exit.txt}.
 * Afterwards the folder must be as before, but for the files in {@code after/}.
 */
class CommandLineGoldenTest {
    private static final Path GOLDEN = Path.of("golden/cli");
    private static final boolean UPDATE = GoldenFiles.isUpdate();

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            List<Path> sorted = folders.filter(GoldenFiles::isSelected).sorted().toList();
            return sorted.stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(),
                            folder.resolve("command.txt").toUri(),
                            () -> check(folder)));
        }
    }

    private void check(Path golden) throws IOException {
        String name = golden.getFileName().toString();
        Path folder = Files.createDirectory(temporary.resolve(name));
        CommandCase command = CommandCase.in(folder);
        if (Files.isDirectory(golden.resolve("tree"))) {
            copy(golden.resolve("tree"), folder);
        } else {
            GeneratedTrees.make(name, folder, command);
        }
        if (Files.exists(golden.resolve("stdin.txt"))) {
            command.input(Files.readAllBytes(golden.resolve("stdin.txt")));
        }
        Map<String, String> before = CommandCase.snapshot(folder);
        CommandCase.Result result = command.run(Files.readString(golden.resolve("command.txt")));
        Map<String, String> after = CommandCase.snapshot(folder);
        GeneratedTrees.restore(folder);
        if (UPDATE) {
            update(golden, result, before, after);
        }
        assertThat(result.stdout()).as("standard output").isEqualTo(text(golden.resolve("stdout.txt")));
        assertThat(result.stderr()).as("standard error").isEqualTo(text(golden.resolve("stderr.txt")));
        assertThat(result.exit() + "\n").as("exit code").isEqualTo(text(golden.resolve("exit.txt")));
        Map<String, String> expected = new TreeMap<>(before);
        if (Files.isDirectory(golden.resolve("after"))) {
            expected.putAll(CommandCase.snapshot(golden.resolve("after")));
        }
        // A map of large files is no help in a failure; the names that differ are.
        expected.forEach((file, content) -> assertThat(content.equals(after.get(file)))
                .as("content of " + file + " as expected")
                .isTrue());
        assertThat(after.keySet()).isEqualTo(expected.keySet());
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void update(
            Path golden, CommandCase.Result result, Map<String, String> before, Map<String, String> after)
            throws IOException {
        write(golden.resolve("stdout.txt"), result.stdout(), StandardCharsets.UTF_8);
        write(golden.resolve("stderr.txt"), result.stderr(), StandardCharsets.UTF_8);
        write(golden.resolve("exit.txt"), result.exit() + "\n", StandardCharsets.UTF_8);
        for (Map.Entry<String, String> file : after.entrySet()) {
            if (!file.getValue().equals(before.get(file.getKey()))) {
                Path target = golden.resolve("after").resolve(file.getKey());
                Files.createDirectories(target.getParent());
                write(target, file.getValue(), StandardCharsets.ISO_8859_1);
            }
        }
    }

    private static void write(Path file, String text, Charset charset) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (!Files.exists(file) || !Files.readString(file, charset).equals(text)) {
            Files.writeString(file, text, charset);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                // Git does not keep a .gitignore of a case from acting on the case itself, nor empty folders.
                String name = from.relativize(path).toString().replace("dot.", ".");
                Path target = to.resolve(name);
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (!path.getFileName().toString().equals(".keep")) {
                    Files.copy(path, target);
                }
            }
        }
    }
}

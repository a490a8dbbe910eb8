package dev.drydock.golden;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of one folder under {@code golden}: a directory each, with an input file and an expected file.
 *
 * <p>{@code -Dgolden=update} writes the expected files instead of comparing, never where {@code CI} is set;
 * {@code -Dgolden.only=shell/*} limits both to the cases that the glob matches.
 */
final class GoldenFolder {
    private static final Path ROOT = Path.of("golden");

    private final String name;
    private final String input;
    private final String expected;

    GoldenFolder(String name, String input, String expected) {
        this.name = name;
        this.input = input;
        this.expected = expected;
    }

    /** Returns a test for each case: {@code subject} turns the input into what is expected. */
    Stream<DynamicTest> tests(UnaryOperator<String> subject) throws IOException {
        try (Stream<Path> entries = Files.list(ROOT.resolve(name))) {
            List<Path> cases = entries.filter(GoldenFiles::isSelected).sorted().toList();
            return cases.stream()
                    .map(path -> DynamicTest.dynamicTest(
                            path.getFileName().toString(), path.toUri(), () -> check(path, subject)));
        }
    }

    private void check(Path path, UnaryOperator<String> subject) throws IOException {
        String actual = subject.apply(read(path.resolve(input)));
        Path file = path.resolve(expected);
        if (GoldenFiles.isUpdate()) {
            if (!Files.exists(file) || !read(file).equals(actual)) {
                Files.writeString(file, actual, StandardCharsets.UTF_8);
            }
            return;
        }
        Assertions.assertThat(files(path)).as("files of %s", path).isEqualTo(new TreeSet<>(List.of(input, expected)));
        Assertions.assertThat(actual)
                .as("%s, to accept: mvn test -Dgolden=update -Dgolden.only=%s", file, ROOT.relativize(path))
                .isEqualTo(read(file));
    }

    private static Set<String> files(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return new TreeSet<>(
                    entries.map(entry -> entry.getFileName().toString()).toList());
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}

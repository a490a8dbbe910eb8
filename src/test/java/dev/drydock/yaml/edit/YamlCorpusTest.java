package dev.drydock.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.syntax.Tiling;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Real files: {@code -Dcorpus=} a folder with YAML files, or a file that lists them, one a line. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
final class YamlCorpusTest {

    @Test
    void everyFileTilesAndNoEditIsWrong() throws IOException {
        RandomEdits edits = new RandomEdits(2026);
        int read = 0;
        int errors = 0;
        for (Path file : files()) {
            SourceText source;
            try {
                source = SourceText.decode(Files.readAllBytes(file));
            } catch (UndecodableTextException e) {
                continue;
            }
            YamlStream stream = YamlParser.parse(source);
            Tiling.check(stream);
            assertThat(stream.leaves().map(leaf -> leaf.text()).collect(Collectors.joining()))
                    .as("%s", file)
                    .isEqualTo(source.text());
            read++;
            errors += stream.hasErrors() ? 1 : 0;
            edits.run(source.text(), 10);
        }
        System.out.printf("%d files read, %d with errors%n%s%n", read, errors, edits.report());
    }

    private static List<Path> files() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus"));
        if (Files.isRegularFile(corpus)) {
            return Files.readAllLines(corpus).stream().map(Path::of).toList();
        }
        try (Stream<Path> all = Files.walk(corpus)) {
            return all.filter(file ->
                            file.toString().endsWith(".yml") || file.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}

package dev.drydock.compose;

import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import dev.drydock.yaml.parse.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Real files: {@code -Dcorpus=} a file that lists them, one a line. Counts what the views see. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
final class ComposeCorpusTest {
    private final Map<String, Integer> counts = new TreeMap<>();

    private void count(String what, int number) {
        counts.merge(what, number, Integer::sum);
    }

    @Test
    void everyFileHasAView() throws IOException {
        for (String name : Files.readAllLines(Path.of(System.getProperty("corpus")))) {
            SourceText source;
            try {
                source = SourceText.decode(Files.readAllBytes(Path.of(name)));
            } catch (UndecodableTextException e) {
                count("undecodable", 1);
                continue;
            }
            ComposeFile file = ComposeFile.of(YamlParser.parse(source));
            ComposeDump.of(file);
            count("file " + file.form(), 1);
            count("recognised by content", ComposeFile.looksLikeCompose(file.yaml()) ? 1 : 0);
            file.problems().stream()
                    .filter(problem -> problem.isError())
                    .limit(1)
                    .forEach(problem -> {
                        count("with errors", 1);
                        System.out.println(name + ": " + problem.message());
                    });
            file.services().forEach(this::service);
        }
        counts.forEach((what, number) -> System.out.println(number + " " + what));
    }

    private void service(ComposeService service) {
        count("service", 1);
        count(
                "service without image and build",
                service.image().isEmpty() && service.build().isEmpty() ? 1 : 0);
        count("service with unknown base", service.hasUnknownBase() ? 1 : 0);
        count("variable", service.environment().size());
        count("port", service.ports().size());
        service.ports().forEach(port -> {
            count("port unknown", port.unknown() ? 1 : 0);
            count("port without target", port.targetPorts().isEmpty() ? 1 : 0);
            if (port.targetPorts().isEmpty() && !port.unknown()) {
                System.out.println("  port " + port.node().text().replace('\n', ' '));
            }
        });
        service.volumes().forEach(mount -> {
            count("mount " + mount.type(), 1);
            count("mount unknown", mount.unknown() ? 1 : 0);
        });
        service.keys().forEach(key -> {
            Setting setting = service.setting(key).orElseThrow();
            count(
                    "setting " + setting.provenance().origin()
                            + (setting.provenance().isShared() ? " shared" : ""),
                    1);
        });
    }
}

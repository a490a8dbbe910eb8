package dev.drydock.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** The pipeline of examples/beam over a few files. Maven loads Beam for it, so it runs with {@code -Dbeam=true} only. */
@EnabledIfSystemProperty(named = "beam", matches = "true")
class BeamExampleIT {
    private static final int FILES = 20;
    private static final String REPAIRABLE = "FROM alpine:3.19\nRUN apk add curl\n";
    private static final String SOUND = "FROM scratch\nCOPY app /app\n";

    @TempDir
    private Path folder;

    @Test
    void eachFileHasOneRecordThatSaysWhatTheLibrarySays() throws Exception {
        for (int i = 0; i < FILES; i++) {
            Path project = Files.createDirectories(folder.resolve("in/" + i));
            Files.writeString(project.resolve("Dockerfile"), text(i));
        }

        run(
                "mvn",
                "-q",
                "-f",
                "examples/beam/pom.xml",
                "compile",
                "exec:exec",
                "-Dinput=" + folder.resolve("in") + "/**/Dockerfile",
                "-Doutput=" + folder.resolve("out"));

        List<Map<String, Object>> records = records();
        assertThat(records).hasSize(FILES);
        for (Map<String, Object> written : records) {
            Path file = Path.of((String) written.get("file"));
            String text = text(Integer.parseInt(file.getParent().getFileName().toString()));
            FixResult expected = Drydock.fix(text, FixOptions.DEFAULT);
            assertThat(written.get("diff")).as(file.toString()).isEqualTo(expected.diff());
            assertThat((List<?>) written.get("findings")).as(file.toString()).hasSameSizeAs(expected.issues());
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }

    private static String text(int number) {
        return number % 2 == 0 ? REPAIRABLE : SOUND;
    }

    private List<Map<String, Object>> records() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Map<String, Object>> records = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    records.add(JSON.std.mapFrom(line));
                }
            }
            return records;
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(log)).isZero();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}

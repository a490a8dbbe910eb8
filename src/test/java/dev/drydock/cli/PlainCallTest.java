package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCallTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"check", "diff", "fix", "check Dockerfile", "diff a b", "check Dockerfile missing"})
    void nothingButPathsIsPlain(String line) {
        assertThat(PlainCall.of(surroundings(Map.of()), words(line))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "prove", "rules", "check -", "check --help", "fix -q Dockerfile", "check a @b", "--version"})
    void everythingElseIsReadWithItsOptions(String line) {
        assertThat(PlainCall.of(surroundings(Map.of()), words(line))).isEmpty();
    }

    @Test
    void aVariableThatMayBeAnOptionIsRead() {
        assertThat(PlainCall.of(surroundings(Map.of("DRYDOCK_SAFETY", "safe")), List.of("check")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check .", "diff .", "check missing", "fix ."})
    void theResultIsThatOfTheCallWithOptions(String line) throws IOException {
        String plain = output(words(line));
        String full = output(
                Stream.concat(words(line).stream(), Stream.of("--evidence=use")).toList());

        assertThat(plain).isEqualTo(full).isNotBlank();
    }

    private String output(List<String> arguments) throws IOException {
        Files.writeString(directory.resolve("Dockerfile"), "FROM debian:12\nRUN apt-get install curl\n");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Drydock.execute(
                surroundings(Map.of()), new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return code + "\n" + out + "\n" + err;
    }

    private Surroundings surroundings(Map<String, String> environment) {
        return Surroundings.of(directory, environment, new ByteArrayInputStream(new byte[0]), false, false);
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }
}

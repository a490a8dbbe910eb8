package dev.drydock.ignorefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class IgnorePatternsTest {

    @TestFactory
    Stream<DynamicTest> table() throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = IgnorePatternsTest.class.getResourceAsStream("cases.tsv")) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int start = table.indexOf('\n') + 1;
            while (start < table.length()) {
                int end = table.indexOf('\n', start);
                rows.add(table.substring(start, end).split("\t", -1));
                start = end + 1;
            }
        }
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row[0] + " on " + row[1],
                        () -> assertThat(verdict(row[0], row[1])).isEqualTo(row[2])));
    }

    @Test
    void knowsAListOfWhatIsSent() {
        assertThat(IgnorePatterns.parse("# all\n*\n!src\n").orElseThrow().isAllowList())
                .isTrue();
        assertThat(IgnorePatterns.parse("**\n").orElseThrow().isAllowList()).isTrue();
        assertThat(IgnorePatterns.parse("*.log\n!src\n").orElseThrow().isAllowList())
                .isFalse();
        assertThat(IgnorePatterns.parse("").orElseThrow().isAllowList()).isFalse();
    }

    private static String verdict(String patterns, String path) {
        return IgnorePatterns.parse(patterns.replace("\\n", "\n"))
                .map(parsed -> parsed.excludes(path) ? "yes" : "no")
                .orElse("bad");
    }

    @Test
    void marksAndLineEndingsAreNoPartOfAPattern() {
        IgnorePatterns patterns =
                IgnorePatterns.parse("\uFEFF.env\r\n\r\n# x\r\nsrc\r\n").orElseThrow();
        assertThat(patterns.excludes(".env")).isTrue();
        assertThat(patterns.excludes("src/a")).isTrue();
        assertThat(patterns.excludes("\r")).isFalse();
    }

    @Test
    void theFirstExceptionIsFoundByItsLine() {
        assertThat(IgnorePatterns.parse("a\n  !b\n!c\n").orElseThrow().firstException())
                .hasValue(2);
        assertThat(IgnorePatterns.parse("a\n# !b\n")
                        .map(IgnorePatterns::firstException)
                        .filter(at -> at.isPresent()))
                .isEqualTo(Optional.empty());
    }

    @Test
    void manyStarsCostNoMoreThanTheirNumber() {
        String pattern = "a*".repeat(2_000) + "b";
        assertThat(IgnorePatterns.parse(pattern).orElseThrow().excludes("a".repeat(4_000)))
                .isFalse();
    }
}

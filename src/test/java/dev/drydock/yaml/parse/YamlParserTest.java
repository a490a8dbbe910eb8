package dev.drydock.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.Tiling;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlStream;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are too large, too deep or too odd for golden files. */
final class YamlParserTest {

    private static YamlStream parse(String text) {
        YamlStream stream = YamlParser.parse(SourceText.of(text));
        Tiling.check(stream);
        return stream;
    }

    private static List<String> messages(YamlStream stream) {
        return stream.problems().stream().map(Problem::message).toList();
    }

    @Test
    void tenThousandLevelsAreOneProblem() {
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }

        assertThat(messages(parse("[".repeat(10_000))))
                .containsExactly("collections are nested more than 128 levels deep");
        assertThat(messages(parse("{a: ".repeat(10_000)))).hasSize(1);
        assertThat(messages(parse("- ".repeat(10_000))))
                .containsExactly("collections are nested more than 128 levels deep");
        assertThat(messages(parse("? ".repeat(10_000))))
                .containsExactly("collections are nested more than 128 levels deep");
        assertThat(messages(parse(block.toString())))
                .containsExactly("collections are nested more than 128 levels deep");
    }

    @Test
    void asManyLevelsAsAllowedAreRead() {
        assertThat(messages(parse("[".repeat(128) + "]".repeat(128)))).isEmpty();
    }

    @Test
    void aTextThatIsTooLargeIsOneProblem() {
        assertThat(messages(parse("#".repeat(YamlParser.MAX_LENGTH + 1)))).containsExactly("larger than 16 MiB");
    }

    @Test
    void longLinesAndManyLinesAreRead() {
        assertThat(messages(parse("a: " + "x".repeat(5_000_000)))).isEmpty();
        assertThat(messages(parse("a: [" + "x, ".repeat(100_000) + "]"))).isEmpty();
        assertThat(messages(parse("- x\n".repeat(100_000)))).isEmpty();
        assertThat(messages(parse("# c\n".repeat(100_000)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\U00110000\"",
                "\"\\x",
                "%YAML",
                "%YAML 3.0\n---\na",
                "%YAML 1.99999999999999\n---\na",
                "%TAG ! x\n%TAG ! y\n---\n",
                "!<",
                "!<%",
                "!!%zz a",
                "&",
                "*",
                "? ? ? :",
                "|99",
                ">0\n x",
                "\uD800",
                "\uFEFF\uFEFFa: 1",
                "a: \u0000",
                "---\n---\n...\n...\n",
                "--- |\n x\n--- >\n",
                "{a, b: [c: d, ? e], {f: g}: h}",
                ":",
                "- :",
                "a: b: c",
                "'",
                "\r\r\r",
            })
    void oddTextsGiveATree(String text) {
        assertThat(parse(text).text()).isEqualTo(text);
    }

    @Test
    void anyMixtureOfIndicatorsGivesATree() {
        String[] pieces = {
            "a",
            "- ",
            ": ",
            "? ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&x ",
            "*x",
            "!t ",
            "|\n",
            ">-\n",
            "'",
            "\"",
            "#",
            "%",
            "---\n",
            "...\n",
            "\t",
            "\r\n",
            "\\",
            "<<: ",
            "\uFEFF",
            "\u00E9",
            "\uD83D\uDE00",
            "1",
            "~"
        };
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            int count = random.nextInt(24);
            for (int i = 0; i < count; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(parse(text.toString()).text()).as("seed %d", seed).isEqualTo(text.toString());
        }
    }
}

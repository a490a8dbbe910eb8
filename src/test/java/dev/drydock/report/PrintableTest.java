package dev.drydock.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::stop-commands::x|\\u003A:stop-commands::x",
                "  ::set-output|  \\u003A:set-output",
                "a ::b|a ::b",
                "echo ##vso[task.x]|echo ##vso\\u005Btask.x]",
                "##[error]|##\\u005Berror]",
                "###teamcity[x|###teamcity\\u005Bx",
                "## [x](y)|## [x](y)",
                "a\u001B]2;x\u0007|a\\u001B]2;x\\u0007",
                "\u009B31m\u202Ex\u200F|\\u009B31m\\u202Ex\\u200F",
                "caf\u00E9 \uD83D\uDE00|caf\u00E9 \uD83D\uDE00",
                "half \uD83D|half \\uD83D"
            })
    void nothingThatATerminalALogOrAReaderObeysIsLeft(String text, String shown) {
        assertThat(Printable.of(text)).isEqualTo(shown);
    }

    @Test
    void aNameThatWouldBeACommandStartsWithItsFolder() {
        assertThat(Printable.path("::x::/Dockerfile")).isEqualTo("./::x::/Dockerfile");
        assertThat(Printable.path("##vso[x]/Dockerfile")).isEqualTo("./##vso\\u005Bx]/Dockerfile");
        assertThat(Printable.path("a/Dockerfile")).isEqualTo("a/Dockerfile");
    }

    @Test
    void aLineKeepsItsIndentationAndItsEnd() {
        assertThat(Printable.line("\tRUN a\r")).isEqualTo("\tRUN a\r");
        assertThat(Printable.line("a\rb")).isEqualTo("a\\u000Db");
    }
}

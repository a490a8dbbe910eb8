package dev.drydock.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordTest {

    private static ShellWord word(String text) {
        SimpleCommand command = Scripts.command("x " + text);
        assertThat(command.words()).hasSize(2);
        return command.words().get(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain|plain",
                "a'b c'd|ab cd",
                "\"a b\"|a b",
                "\"a\\\"b\\n\"|a\"b\\n",
                "a\\ b|a b",
                "\\*.deb|*.deb",
                "'*'.deb|*.deb",
                "[|[",
                "{}|{}",
                "a{b}|a{b}",
                "a~|a~",
                "a#b|a#b",
                "$|$",
                "a$|a$",
                "\"$ a\"|$ a",
                "pkg=1.2|pkg=1.2"
            })
    void quotesAreRemovedFromAStaticWord(String text, String value) {
        assertThat(word(text).staticValue()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$x", "\"$x\"", "a${x}", "`y`", "$(y)", "$((1))", "*.deb", "a?", "a[bc]", "~/x", "{a,b}", "{1..3}",
                "$'a'", "$[1]"
            })
    void wordThatTheShellExpandsIsNotStatic(String text) {
        assertThat(word(text).staticValue()).isEmpty();
    }

    @Test
    void literalPrefixEndsAtTheFirstExpansion() {
        assertThat(word("'a'\"b$c\"d").literalPrefix()).isEqualTo("ab");
        assertThat(word("pkg=1.2*").literalPrefix()).isEqualTo("pkg=1.2*");
        assertThat(word("pkg=1.2*").literalValue()).contains("pkg=1.2*");
    }

    @Test
    void continuationInsideAWordIsNoPartOfItsValue() {
        assertThat(word("a\\\nb").staticValue()).contains("ab");
        assertThat(word("\"a\\\nb\"").staticValue()).contains("ab");
        assertThat(word("'a\\\nb'").staticValue()).contains("a\\\nb");
    }

    @Test
    void assignmentIsNotGlobbed() {
        SimpleCommand command = Scripts.command("A=/x/* B= C=~ D=$e");
        assertThat(command.assignments()).extracting(Assignment::name).containsExactly("A", "B", "C", "D");
        assertThat(command.assignments().get(0).staticValue()).contains("/x/*");
        assertThat(command.assignments().get(1).staticValue()).contains("");
        assertThat(command.assignments().get(2).staticValue()).isEmpty();
        assertThat(command.assignments().get(3).staticValue()).isEmpty();
    }
}

package dev.drydock.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandContextTest {

    private static CommandContext of(String script) {
        return Scripts.command(script, "x").context();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a && x && b", "a; x", "set -e\nx\nb", "{ a && x; }", "a || b; x", "x # c"})
    void commandThatAlwaysRunsAndMustSucceedIsPlain(String script) {
        assertThat(of(script).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a || x",
                "x || true",
                "a && x || b",
                "x &",
                "! x",
                "x | a",
                "a | x",
                "(x)",
                "echo $(x)",
                "echo `x`",
                "f() { x; }",
                "if a; then x; fi",
                "if x; then a; fi",
                "if a; then b; else x; fi",
                "if a; then b; elif x; then c; fi",
                "for i in a; do x; done",
                "while x; do a; done",
                "case a in b) x;; esac",
                "cat <(x)",
                "{ a; x; } || b",
                "{ x; } & a"
            })
    void commandInOtherSurroundingsIsNotPlain(String script) {
        assertThat(of(script).isPlain()).isFalse();
    }

    @Test
    void orIsSeenOnEitherSide() {
        assertThat(of("a || x").afterOr()).isTrue();
        assertThat(of("a || x").beforeOr()).isFalse();
        assertThat(of("x && a || b").beforeOr()).isTrue();
        assertThat(of("x && a || b").afterOr()).isFalse();
        assertThat(of("a || b && x").afterOr()).isTrue();
        assertThat(of("a || { b && x; }").afterOr()).isTrue();
    }

    @Test
    void placeInPipelineAndChainIsKnown() {
        CommandContext context = of("a && b | x | c && d");
        assertThat(context.inPipeline()).isTrue();
        assertThat(context.pipelinePosition()).isEqualTo(1);
        assertThat(context.pipelineLength()).isEqualTo(3);
        assertThat(context.isLastOfPipeline()).isFalse();
        assertThat(context.firstOfChain()).isFalse();
        assertThat(context.lastOfChain()).isFalse();
        assertThat(of("a && x").lastOfChain()).isTrue();
        assertThat(of("x && a").firstOfChain()).isTrue();
    }

    @Test
    void conditionIsNotABranch() {
        assertThat(of("if x; then a; fi").inCondition()).isTrue();
        assertThat(of("if x; then a; fi").conditional()).isFalse();
        assertThat(of("if a; then x; fi").conditional()).isTrue();
        assertThat(of("if a; then b; elif x; then c; fi").conditional()).isTrue();
        assertThat(of("while a; do x; done").inLoop()).isTrue();
    }

    @Test
    void commandsComeInTheOrderOfTheText() {
        ShellScript script = Scripts.script("a $(b) && if c; then d; fi | (e; f \"`g`\") ; h <(i)");
        assertThat(script.simpleCommands().map(command -> command.name().orElseThrow()))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }
}

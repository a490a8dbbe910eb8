package dev.drydock.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterpolationTest {
    private static final Map<String, String> VARIABLES = Map.of("A", "1", "EMPTY", "");

    @ParameterizedTest
    @CsvSource(
            nullValues = "UNKNOWN",
            value = {
                "plain,plain",
                "$$A,$A",
                "a$$$$b,a$$b",
                "$A-x,1-x",
                "${A}x,1x",
                "${B},UNKNOWN",
                "$B,UNKNOWN",
                "${B:-d},d",
                "${B-d},d",
                "${EMPTY:-d},d",
                "${EMPTY-d},''",
                "${A:-d},1",
                "${B:-${A}},1",
                "${B:-${C:-x}y},xy",
                "${B:-},''",
                "${A:+r},r",
                "${B:+r},''",
                "${EMPTY:+r},''",
                "${EMPTY+r},r",
                "${A:?must be set},1",
                "${B:?must be set},UNKNOWN",
                "${EMPTY:?must be set},UNKNOWN",
                "${EMPTY?must be set},''",
                "${},UNKNOWN",
                "${A,UNKNOWN",
                "$,UNKNOWN",
                "$1,UNKNOWN",
                "${A!},UNKNOWN",
                "${B:-{x}},{x}",
                "${A:-{x}},1",
                "${B:-a$$b},a$b",
            })
    void aValueIsWhatComposeMakesOfIt(String text, String value) {
        assertThat(Interpolation.of(text).evaluate(VARIABLES)).isEqualTo(Optional.ofNullable(value));
    }

    @Test
    void variablesAreNamedWithThoseInDefaults() {
        assertThat(Interpolation.of("${A:-${B}}/$C/$$D").variables()).containsExactly("A", "B", "C");
    }

    @Test
    void onlyTextsWithoutVariablesAreStatic() {
        assertThat(Interpolation.of("a$$b").literal()).contains("a$b");
        assertThat(Interpolation.of("a${B:-c}").literal()).isEmpty();
        assertThat(Interpolation.of("${A}").isOnlyVariable()).isTrue();
        assertThat(Interpolation.of("${A}b").isOnlyVariable()).isFalse();
    }

    @Test
    void separatorsInsideOfReferencesDoNotSplit() {
        assertThat(Interpolation.split("${A:-1:2}:b:$$:c", ':')).isEqualTo(List.of("${A:-1:2}", "b", "$$", "c"));
    }

    @Test
    void deepNestingEndsAsUnknown() {
        String nested = "${A0:-".repeat(5_000) + "}".repeat(5_000);

        assertThat(Interpolation.of(nested).evaluate(Map.of())).isEmpty();
    }
}

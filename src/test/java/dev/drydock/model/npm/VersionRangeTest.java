package dev.drydock.model.npm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource({
        "^1.2.3, 1.9.0",
        "^0.2.3, 0.2.9",
        "^0.0.3, 0.0.3",
        "^1.x, 1.0.0",
        "^0.x, 0.9.9",
        "^0.0, 0.0.7",
        "~1.2.3, 1.2.9",
        "~1, 1.9.9",
        "~>2.1, 2.1.4",
        "*, 7.1.0",
        "'', 7.1.0",
        "x, 1.0.0",
        "1, 1.5.2",
        "1.2, 1.2.7",
        "1.2.x, 1.2.0",
        "v1.2.3, 1.2.3",
        "=1.2.3, 1.2.3",
        ">=1.2 <2, 1.9.9",
        ">= 1.2 < 2, 1.2.0",
        ">1, 2.0.0",
        ">1.2, 1.3.0",
        "<=1, 1.9.0",
        "<=1.2, 1.2.9",
        "<2, 1.99.0",
        "1.2 - 2, 2.9.9",
        "1.2.3 - 2.3.4, 2.3.4",
        "^1 || ^3, 3.1.0",
        "1.x||>=2.5.0||5.0.0 - 7.2.3, 6.0.0",
        "^1.2.3-beta.2, 1.2.3-beta.4",
        "^1.2.3-beta.2, 1.3.0",
        "1.2.3+build, 1.2.3",
        ">=1.0.0-rc.1, 1.0.0"
    })
    void includes(String range, String version) {
        assertThat(isIncluded(range, version)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "^1.2.3, 2.0.0", "^1.2.3, 1.2.2", "^0.2.3, 0.3.0", "^0.0.3, 0.0.4", "~1.2.3, 1.3.0", "1, 2.0.0", "1.2, 1.3.0",
                "1.2.3, 1.2.4",
        ">=1.2 <2, 2.0.0", ">1, 1.9.9", ">1.2, 1.2.9", "<=1, 2.0.0", "<2, 2.0.0", "<2, 2.0.0-rc.1", "1.2 - 2, 3.0.0",
                "^1 || ^3, 2.0.0",
        "^1.2.3-beta.2, 1.2.3-beta.1", "^1.2.3-beta.2, 1.3.0-beta.4", "^1.0.0, 1.5.0-alpha", ">*, 1.0.0"
    })
    void excludes(String range, String version) {
        assertThat(isIncluded(range, version)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"latest", "1.2.3.4", "^a.b", "1.2.3 -", ">=", "1..2", "github:a/b", "99999999999999999999.0.0"})
    void isNoRange(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
    }

    @Test
    void previewsStandBelowTheirRelease() {
        String[] order = {
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0"
        };
        for (int i = 1; i < order.length; i++) {
            assertThat(version(order[i - 1])).isLessThan(version(order[i]));
        }
    }

    private static boolean isIncluded(String range, String version) {
        return VersionRange.parse(range).orElseThrow().includes(version(version));
    }

    private static SemanticVersion version(String text) {
        return SemanticVersion.parse(text).orElseThrow();
    }
}

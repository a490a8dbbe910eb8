package dev.drydock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagVersionTest {

    @ParameterizedTest
    @CsvSource({
        "18.20.4-bookworm-slim, 18 20 4, '', bookworm-slim",
        "18, 18, '', ''",
        "18-alpine, 18, '', alpine",
        "3.12-slim, 3 12, '', slim",
        "v1.2.3, 1 2 3, '', ''",
        "V2, 2, '', ''",
        "1.27.3-alpine3.20-perl, 1 27 3, '', alpine3.20-perl",
        "17.0.13_11-jdk-jammy, 17 0 13 11, '', jdk-jammy",
        "8u392-jdk, 8 392, '', jdk",
        "24.04, 24 4, '', ''",
        "20241111, 20241111, '', ''",
        "3.13.0rc2-slim, 3 13 0, rc2, slim",
        "3.13.0a1, 3 13 0, a1, ''",
        "3.13-rc, 3 13, rc, ''",
        "3.13-rc-slim, 3 13, rc, slim",
        "2.0.0-beta.1-alpine, 2 0 0, beta.1, alpine",
        "1.0.0-RC1, 1 0 0, RC1, ''",
        "1.0-M2, 1 0, M2, ''",
        "1.0.0.beta2, 1 0 0, beta2, ''",
        "1.2.3-debian-12-r4, 1 2 3, '', debian-12-r4",
        "99999999999999999999999.1, 99999999999999999999999 1, '', ''"
    })
    void takesNumbersPreReleaseAndVariantApart(String tag, String numbers, String preRelease, String variant) {
        TagVersion version = TagVersion.parse(tag).orElseThrow();

        assertThat(version.numbers().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
        assertThat(version.preRelease()).isEqualTo(preRelease);
        assertThat(version.variant()).isEqualTo(variant);
        assertThat(version.specificity()).isEqualTo(numbers.split(" ").length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                "alpine",
                "lts-alpine",
                "jdk-17",
                "v",
                "vx",
                "7f3a2b1",
                "1.x",
                "1._2",
                "edge",
                "3scale",
                "",
                "-1"
            })
    void whatDoesNotStartWithAVersionIsNone(String tag) {
        assertThat(TagVersion.parse(tag)).isEmpty();
    }

    @Test
    void versionsAreOrderedByNumberAndAPreReleaseStandsBeforeItsRelease() {
        List<String> ascending =
                List.of("2", "3.9", "3.9.0-slim", "3.12", "3.13.0a1", "3.13.0rc2", "3.13.0", "3.13.1", "10", "v11");

        var sorted = ascending.stream()
                .sorted((a, b) -> Integer.compare(a.hashCode(), b.hashCode()))
                .map(tag -> TagVersion.parse(tag).orElseThrow())
                .sorted(TagVersion.BY_VERSION)
                .map(TagVersion::tag)
                .toList();

        assertThat(sorted).isEqualTo(ascending);
    }

    @ParameterizedTest
    @CsvSource({
        "latest, ''",
        "lts, ''",
        "lts-alpine, alpine",
        "stable-slim, slim",
        "alpine, alpine",
        "slim-bookworm, slim-bookworm",
        "18, ''",
        "18-slim, slim"
    })
    void theVariantOfATagIsWhatDoesNotMove(String tag, String variant) {
        assertThat(TagVersion.variantOf(tag)).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource({
        "latest, 22 22.11 22.11.0 22.11.0-bookworm bookworm jod latest, 22.11.0",
        "latest, 13 13.2 trixie latest, 13.2",
        "alpine, 22-alpine 22.11.0-alpine 22.11.0-alpine3.20 alpine, 22.11.0-alpine",
        "lts-slim, 22-slim 22.11.0-slim 22.11.0-bookworm-slim, 22.11.0-slim",
        "latest, 2.486-jdk17 2.486-lts-jdk17 latest, 2.486-jdk17",
        "latest, v3.1 v3.1.4 3.1.4, 3.1.4",
        "latest, 3.13.0 3.14.0rc1, 3.13.0",
        "latest, 4.0.0-rc.1 latest, 4.0.0-rc.1",
        "latest, latest edge nightly, ''",
        "alpine, 3.12.1 3.12.1-slim, ''",
        "18, 18 18.20 18.20.4 18.20.4-bookworm, 18.20.4",
        "18.20.4, 18 18.20 18.20.4, ''",
        "latest, '', ''"
    })
    void theMostSpecificTagOfTheSameImageKeepsTheVariant(String tag, String candidates, String expected) {
        String actual = TagVersion.mostSpecific(tag, Arrays.asList(candidates.split(" ")))
                .map(TagVersion::tag)
                .orElse("");

        assertThat(actual).isEqualTo(expected);
    }
}

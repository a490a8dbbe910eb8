package dev.drydock.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagVersionTest {
    @ParameterizedTest
    @CsvSource({
        "2.4-alpine, 2.5, true",
        "2.5-alpine, 2.5, false",
        "2, 2.5, false",
        "v1.8.2, 2.0, true",
        "RELEASE.2020-12-03T05-49-24Z, 2021-12-14, true",
        "RELEASE.2024-01-01T16-36-33Z, 2021-12-14, false",
        "9.5.4, 9.4.10 9.5.5 9.6.1, true",
        "9.5, 9.4.10 9.5.5 9.6.1, false",
        "9.6.0, 9.4.10 9.5.5 9.6.1, true",
        "9.4.26-alpine, 9.4.10 9.5.5 9.6.1, false",
        "9.1.24, 9.4.10 9.5.5 9.6.1, true",
        "10, 9.4.10 9.5.5 9.6.1, false",
        "14.0-20210401, 14.0.20210901, true",
        "pg9.5.4, 9.5.5, true",
        "20.04, 5.1, false"
    })
    void olderOnesKnowNothingOfIt(String tag, String first, boolean older) {
        List<TagVersion> versions = Stream.of(first.split(" "))
                .flatMap(text -> TagVersion.of(text).stream())
                .toList();
        assertThat(TagVersion.of(tag).orElseThrow().isBefore(versions)).isEqualTo(older);
    }

    @Test
    void wordsAreNoVersion() {
        assertThat(Stream.of("latest", "alpine3.20", "bookworm", "?", "php8.2-fpm")
                        .flatMap(tag -> TagVersion.of(tag).stream()))
                .isEmpty();
    }
}

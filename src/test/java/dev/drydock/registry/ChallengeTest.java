package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChallengeTest {

    record Case(String header, List<Challenge> expected) {}

    static List<Case> cases() {
        return List.of(
                new Case("", List.of()),
                new Case("Basic", List.of(new Challenge("basic", Map.of()))),
                new Case("Basic realm=\"a b\"", List.of(new Challenge("basic", Map.of("realm", "a b")))),
                new Case(
                        "Bearer realm=\"https://a/t?x=1,2\",service=\"s\",scope=\"repository:a/b:pull,push\"",
                        List.of(new Challenge(
                                "bearer",
                                Map.of(
                                        "realm", "https://a/t?x=1,2",
                                        "service", "s",
                                        "scope", "repository:a/b:pull,push")))),
                new Case(
                        "Bearer realm=\"r\", Basic realm=\"b\"",
                        List.of(
                                new Challenge("bearer", Map.of("realm", "r")),
                                new Challenge("basic", Map.of("realm", "b")))),
                new Case(
                        "BEARER REALM=r , Service = s",
                        List.of(new Challenge("bearer", Map.of("realm", "r", "service", "s")))),
                new Case("Bearer realm=\"a\\\"b\\\\c\"", List.of(new Challenge("bearer", Map.of("realm", "a\"b\\c")))),
                new Case(
                        "Bearer realm=\"first\",realm=\"second\"",
                        List.of(new Challenge("bearer", Map.of("realm", "first")))),
                new Case(
                        "Bearer realm=\"unterminated",
                        List.of(new Challenge("bearer", Map.of("realm", "unterminated")))),
                new Case("Bearer realm=", List.of(new Challenge("bearer", Map.of("realm", "")))),
                new Case("realm=\"no scheme\"", List.of()),
                new Case(",,, = ;", List.of()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsSchemesAndParameters(Case expected) {
        assertThat(Challenge.parseAll(List.of(expected.header()))).isEqualTo(expected.expected());
    }

    @Test
    void readsSeveralHeaders() {
        assertThat(Challenge.parseAll(List.of("Basic realm=a", "Bearer realm=b")))
                .extracting(Challenge::scheme)
                .containsExactly("basic", "bearer");
    }

    @Test
    void readsAnyText() {
        var random = new SplittableRandom(7);
        String alphabet = "Bearer=\"\\, r\t\u00e9\0";
        for (int n = 0; n < 20_000; n++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(Challenge.parseAll(List.of(text.toString())).size()).isLessThanOrEqualTo(text.length());
        }
    }
}

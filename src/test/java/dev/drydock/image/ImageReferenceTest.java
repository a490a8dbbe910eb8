package dev.drydock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final Digest EMPTY = Digest.sha256Of(new byte[0]);

    record Case(String written, String canonical) {}

    static List<Case> table() throws IOException {
        try (InputStream in = ImageReferenceTest.class.getResourceAsStream("references.tsv")) {
            var cases = new ArrayList<Case>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    cases.add(new Case(line.substring(0, tab), line.substring(tab + 1)));
                }
            }
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void readsWhatDockerReads(Case expected) {
        String actual = ImageReference.parse(expected.written())
                .map(ImageReference::canonicalText)
                .orElse("-");

        assertThat(actual).isEqualTo(expected.canonical());
    }

    @ParameterizedTest
    @MethodSource("table")
    void partsStandWhereTheyAreWritten(Case expected) {
        ImageReference.parse(expected.written()).ifPresent(reference -> {
            String rebuilt = part(reference, reference.domainRange(), "", "/")
                    + part(reference, Optional.of(reference.pathRange()), "", "")
                    + part(reference, reference.tagRange(), ":", "")
                    + part(reference, reference.digestRange(), "@", "");

            assertThat(rebuilt).isEqualTo(expected.written());
        });
    }

    private static String part(ImageReference reference, Optional<TextRange> range, String before, String after) {
        return range.map(r -> before + reference.text().substring(r.start(), r.end()) + after)
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("table")
    void canonicalTextReadsBackAsItself(Case expected) {
        ImageReference.parse(expected.written()).ifPresent(reference -> {
            String canonical = reference.canonicalText();

            assertThat(ImageReference.parse(canonical).map(ImageReference::canonicalText))
                    .contains(canonical);
            assertThat(ImageReference.parse(reference.familiarName()).map(ImageReference::canonicalName))
                    .contains(reference.canonicalName());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "node:18, node",
        "docker.io/library/node, node",
        "docker.io/a/b, a/b",
        "library/a/b, library/a/b",
        "index.docker.io/node, node",
        "quay.io/a/b:1, quay.io/a/b",
        "localhost/app, localhost/app"
    })
    void familiarNameLeavesOutWhatDockerSupplies(String written, String familiar) {
        assertThat(parse(written).familiarName()).isEqualTo(familiar);
    }

    @Test
    void aTagOf128CharactersIsTheLongest() {
        assertThat(ImageReference.parse("node:" + "x".repeat(128))).isPresent();
        assertThat(ImageReference.parse("node:" + "x".repeat(129))).isEmpty();
    }

    @Test
    void aPathOf255CharactersIsTheLongestAndTheLibraryPrefixCounts() {
        assertThat(ImageReference.parse("quay.io/" + "x".repeat(255))).isPresent();
        assertThat(ImageReference.parse("quay.io/" + "x".repeat(256))).isEmpty();
        assertThat(ImageReference.parse("x".repeat(247))).isPresent();
        assertThat(ImageReference.parse("x".repeat(248))).isEmpty();
    }

    @Test
    void theEmptyTextIsNoReference() {
        assertThat(ImageReference.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "node, node@D",
        "node:18, node:18@D",
        "localhost:5000/a, localhost:5000/a@D",
        "node@sha512:S, node@D",
        "node:18@sha512:S, node:18@D"
    })
    void withDigestChangesTheDigestOnly(String written, String expected) {
        ImageReference reference = parse(written.replace("S", "0".repeat(128)));

        assertThat(applied(reference, reference.withDigest(EMPTY))).isEqualTo(expected.replace("D", EMPTY.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "node, node:1.2",
        "node:latest, node:1.2",
        "localhost:5000/a, localhost:5000/a:1.2",
        "node@D, node:1.2@D",
        "localhost:5000/a:x@D, localhost:5000/a:1.2@D"
    })
    void withTagChangesTheTagOnly(String written, String expected) {
        ImageReference reference = parse(written.replace("D", EMPTY.toString()));

        assertThat(applied(reference, reference.withTag("1.2"))).isEqualTo(expected.replace("D", EMPTY.toString()));
    }

    @Test
    void withoutDigestLeavesNameAndTag() {
        ImageReference pinned = parse("a/b:1@" + EMPTY);

        assertThat(applied(pinned, pinned.withoutDigest())).isEqualTo("a/b:1");
        assertThat(parse("a/b:1").withoutDigest().isNoOp()).isTrue();
    }

    @Test
    void aTagThatIsNoneIsRefused() {
        ImageReference node = parse("node");

        assertThatThrownBy(() -> node.withTag("a:b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTagIsLatestOnlyWithoutTagAndDigest() {
        assertThat(parse("node").effectiveTag()).contains("latest");
        assertThat(parse("node").tag()).isEmpty();
        assertThat(parse("node@" + EMPTY).effectiveTag()).isEmpty();
        assertThat(parse("node@" + EMPTY).canonicalTagged()).isEmpty();
        assertThat(parse("node:18@" + EMPTY).canonicalTagged()).contains("docker.io/library/node:18");
    }

    @Test
    void onlyTheDockerLibraryIsOfficial() {
        assertThat(parse("node").isOfficial()).isTrue();
        assertThat(parse("bitnami/node").isOfficial()).isFalse();
        assertThat(parse("quay.io/library/node").isOfficial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyTextIsReadWithoutFailureAndRebuiltFromItsParts(long seed) {
        var random = new SplittableRandom(seed);
        String alphabet = "aZ09.-_:/@[]ß sha256:";
        for (int n = 0; n < 20_000; n++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            ImageReference.parse(text.toString()).ifPresent(reference -> {
                assertThat(ImageReference.parse(applied(reference, reference.withDigest(EMPTY)))
                                .flatMap(ImageReference::digest))
                        .as("%s of seed %d", text, seed)
                        .contains(EMPTY);
                assertThat(ImageReference.parse(applied(reference, reference.withTag("t")))
                                .flatMap(ImageReference::tag))
                        .as("%s of seed %d", text, seed)
                        .contains("t");
            });
        }
    }

    private static ImageReference parse(String text) {
        return ImageReference.parse(text).orElseThrow();
    }

    private static String applied(ImageReference reference, TextEdit edit) {
        return new StringBuilder(reference.text())
                .replace(edit.range().start(), edit.range().end(), edit.replacement())
                .toString();
    }
}

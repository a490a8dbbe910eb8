package dev.drydock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageDigests;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import dev.drydock.image.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockFileTest {
    private static final Digest A = Digest.parse("sha256:" + "a".repeat(64)).orElseThrow();
    private static final Digest B = Digest.parse("sha256:" + "b".repeat(64)).orElseThrow();
    private static final Digest C = Digest.parse("sha256:" + "c".repeat(64)).orElseThrow();
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private static LockFile allForms() {
        return LockFile.empty()
                .with(
                        reference("node"),
                        new PinnedImage(A, INDEX, platforms("linux/amd64"), Optional.of("18.20"), day("2026-11-22")))
                .with(
                        reference("node:18"),
                        new PinnedImage(
                                A,
                                INDEX,
                                platforms("linux/arm64/v8", "linux/amd64", "linux/arm/v7", "linux/amd64"),
                                Optional.empty(),
                                day("2026-11-23")))
                .with(
                        reference("[::1]:5000/app:1"),
                        new PinnedImage(B, "", List.of(), Optional.empty(), day("2026-01-02")))
                .withChecksum("https://example.org/b#c", C)
                .withChecksum("https://example.org/a.tar.gz", C);
    }

    private static String golden() throws IOException {
        try (InputStream in = LockFileTest.class.getResourceAsStream("all-forms.lock")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void isWrittenSortedAndReviewable() throws IOException {
        assertThat(LockWriter.write(allForms())).isEqualTo(golden());
    }

    @Test
    void isReadBackAsItWasWritten() throws Exception {
        assertThat(LockReader.read(golden())).isEqualTo(allForms());
    }

    @Test
    void theEmptyLockFileHasAVersionOnly() throws Exception {
        String text = LockWriter.write(LockFile.empty());

        assertThat(text).endsWith("version: 1\n");
        assertThat(LockReader.read(text)).isEqualTo(LockFile.empty());
    }

    @Test
    void lookingUpAnUnmovedTagAgainKeepsTheDay() {
        LockFile before = allForms();
        PinnedImage seen = before.images().find(reference("node:18")).orElseThrow();
        var today = new PinnedImage(
                seen.digest(), seen.mediaType(), seen.platforms(), seen.versionTag(), day("2027-05-05"));

        assertThat(LockWriter.write(before.with(reference("node:18"), today))).isEqualTo(LockWriter.write(before));
    }

    @Test
    void aMovedTagGetsTheNewDay() {
        var moved = new PinnedImage(B, INDEX, List.of(), Optional.empty(), day("2027-05-05"));

        assertThat(allForms().with(reference("node:18"), moved).images().find(reference("node:18")))
                .contains(moved);
    }

    @Test
    void aTagIsFoundUnderEverySpellingOfItsName() {
        ImageDigests images = allForms().images();

        assertThat(List.of("node:18", "library/node:18", "docker.io/node:18", "index.docker.io/library/node:18"))
                .allSatisfy(name -> assertThat(images.find(reference(name))).isPresent());
        assertThat(images.find(reference("node:18@" + B)).map(PinnedImage::digest))
                .contains(A);
        assertThat(images.find(reference("node@" + A))).isEmpty();
        assertThat(images.find(reference("node:20"))).isEmpty();
        assertThat(images.named(B).map(PinnedImage::resolved)).contains(day("2026-01-02"));
    }

    @Test
    void aReferenceByDigestAloneIsNotRecorded() {
        var image = new PinnedImage(A, INDEX, List.of(), Optional.empty(), day("2026-11-23"));

        assertThat(LockFile.empty().with(reference("node@" + A), image)).isEqualTo(LockFile.empty());
    }

    @Test
    void entriesThatNothingRefersToAreDropped() {
        LockFile kept = allForms().retaining(Set.of("docker.io/library/node:18"), Set.of());

        assertThat(kept.images().entries()).containsOnlyKeys("docker.io/library/node:18");
        assertThat(kept.checksums()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:secret@example.org/a", "file:///etc/passwd", "a", "https:///a", "ftp://a/b"})
    void anAddressWithALoginOrOfAnotherKindIsRefused(String address) {
        LockFile empty = LockFile.empty();

        assertThatThrownBy(() -> empty.withChecksum(address, C))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    record Refused(String text, int line, int column, String message) {}

    static List<Refused> refusedTexts() {
        String v = "version: 1\n";
        String image = v + "images:\n  docker.io/library/node:18:\n";
        return List.of(
                new Refused("", 1, 1, "the lock file is empty"),
                new Refused("# only a comment\n", 2, 1, "the lock file is empty"),
                new Refused("- a\n", 1, 1, "a lock file is a mapping"),
                new Refused("images: {}\n", 1, 1, "the version is missing"),
                new Refused("version: 2\n", 1, 10, "unknown version of the format"),
                new Refused("version: [1]\n", 1, 10, "the version is a number"),
                new Refused(v + "other: 1\n", 2, 1, "unknown key"),
                new Refused(v + "version: 1\n", 2, 1, "this key stands here twice"),
                new Refused(v + "images:\n", 2, 8, "images is a mapping"),
                new Refused(v + "images:\n  node: {}\n", 3, 3, "not a whole image reference"),
                new Refused(v + "images:\n  node:18: {}\n", 3, 3, "not a whole image reference"),
                new Refused(v + "images:\n  docker.io/library/node:18@" + A + ": {}\n", 3, 3, "not a whole image"),
                new Refused(image + "    digest: sha256:abc\n", 4, 13, "a digest is"),
                new Refused(image + "    digest: " + A + "\n", 3, 3, "no resolved day"),
                new Refused(image + "    resolved: 2026-11-23\n", 3, 3, "no digest"),
                new Refused(image + "    resolved: 23.11.2026\n", 4, 15, "a day is written as"),
                new Refused(image + "    resolved: 2026-02-30\n", 4, 15, "a day is written as"),
                new Refused(image + "    platforms: linux\n", 4, 16, "platforms is a list"),
                new Refused(image + "    platforms: [linux]\n", 4, 17, "a platform is"),
                new Refused(image + "    versionTag: a b\n", 4, 17, "not a tag"),
                new Refused(image + "    size: 3\n", 4, 5, "unknown key"),
                new Refused(image + "    digest: &a x\n", 4, 13, "anchors, aliases and tags"),
                new Refused(image + "    digest: *a\n", 4, 13, "anchors, aliases and tags"),
                new Refused(image + "    digest: !!str x\n", 4, 13, "anchors, aliases and tags"),
                new Refused(v + "? [a]\n: b\n", 2, 3, "a key is text"),
                new Refused(v + "checksums:\n  https://a:b@c/d: " + C + "\n", 3, 3, "without a login"),
                new Refused(v + "checksums:\n  https://c/d: md5:00\n", 3, 16, "a digest is"),
                new Refused(v + "checksums:\n  https://c/d: sha512:" + "0".repeat(128) + "\n", 3, 16, "a checksum is"),
                new Refused(v + "---\nversion: 1\n", 2, 1, "a single document"),
                new Refused(v + "\timages: 1\n", 2, 1, "not YAML"),
                new Refused(v + "images: {\n", 3, 1, "not YAML"),
                new Refused("version: 1\u0001", 1, 1, "not YAML"));
    }

    @ParameterizedTest
    @MethodSource("refusedTexts")
    void whatIsNotUnderstoodIsRefusedWithItsPlace(Refused expected) {
        var refusal = catchThrowableOfType(LockFormatException.class, () -> LockReader.read(expected.text()));

        assertThat(refusal).isNotNull().hasMessageContaining(expected.message());
        assertThat(refusal.getMessage()).doesNotContain("\n");
        assertThat(refusal.line() + ":" + refusal.column()).isEqualTo(expected.line() + ":" + expected.column());
    }

    @Test
    void deepNestingIsRefusedAsAnythingElse() {
        String text = "version: 1\nimages: " + "[".repeat(20_000);

        assertThatThrownBy(() -> LockReader.read(text)).isInstanceOf(LockFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "linux/amd64, linux/amd64",
        "docker.io/a:1, docker.io/a:1",
        "18, '\"18\"'",
        "true, '\"true\"'",
        "No, '\"No\"'",
        "'', '\"\"'",
        "a:, '\"a:\"'",
        "a b, '\"a b\"'",
        "a\"b\\c, '\"a\\\"b\\\\c\"'",
        "é, '\"\\u00E9\"'"
    })
    void onlyWhatEveryYamlReaderTakesForTextStandsPlain(String value, String written) {
        assertThat(LockWriter.scalar(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyContentIsReadBackAndWrittenAlike(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        for (int n = 0; n < 200; n++) {
            LockFile lock = random(random);
            String text = LockWriter.write(lock);

            assertThat(LockReader.read(text)).as("seed %d", seed).isEqualTo(lock);
            assertThat(LockWriter.write(LockReader.read(text))).isEqualTo(text);
        }
    }

    private static LockFile random(SplittableRandom random) {
        List<String> registries = List.of("", "localhost:5000/", "[::1]/", "Registry/", "quay.io/", "yes/");
        List<String> tags = List.of("", ":1", ":true", ":1.10", ":_", ":1_000");
        var images = new TreeMap<String, PinnedImage>();
        for (int i = random.nextInt(5); i > 0; i--) {
            ImageReference reference = reference(registries.get(random.nextInt(registries.size())) + "n"
                    + random.nextInt(3) + tags.get(random.nextInt(tags.size())));
            var platforms = new ArrayList<Platform>();
            for (int p = random.nextInt(4); p > 0; p--) {
                platforms.add(new Platform("linux", "a" + random.nextInt(3), random.nextBoolean() ? "" : "v8"));
            }
            images.put(
                    reference.canonicalTagged().orElseThrow(),
                    new PinnedImage(
                            Digest.sha256Of(new byte[] {(byte) random.nextInt(256)}),
                            random.nextBoolean() ? "" : "x/y; a=\"b\"\\\u2028\t",
                            platforms,
                            random.nextBoolean() ? Optional.empty() : Optional.of("" + random.nextInt(20)),
                            LocalDate.ofEpochDay(random.nextInt(30_000))));
        }
        var lock = new LockFile(ImageDigests.of(images), new TreeMap<>());
        for (int i = random.nextInt(3); i > 0; i--) {
            lock = lock.withChecksum("https://e.org/" + "~+=?#&,:".substring(0, random.nextInt(9)), C);
        }
        return lock;
    }

    private static ImageReference reference(String text) {
        return ImageReference.parse(text).orElseThrow();
    }

    private static List<Platform> platforms(String... texts) {
        return List.of(texts).stream()
                .map(text -> Platform.parse(text).orElseThrow())
                .toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

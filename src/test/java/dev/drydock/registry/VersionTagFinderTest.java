package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTagFinderTest {
    private static final Digest WANTED = digest("wanted");

    private static Digest digest(String content) {
        return Digest.sha256Of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A repository in which a tag with an exclamation mark points at the wanted image. */
    private static final class Repository implements ImageResolver {
        final Map<String, Digest> tags = new HashMap<>();
        final List<String> compared = new ArrayList<>();

        Repository(String listed) {
            for (String tag : listed.split(" ", -1)) {
                boolean wanted = tag.endsWith("!");
                String name = wanted ? tag.substring(0, tag.length() - 1) : tag;
                tags.put(name, wanted ? WANTED : digest(name));
            }
        }

        @Override
        public Resolution resolve(ImageReference reference) {
            throw new AssertionError("a full look-up is more than is needed");
        }

        @Override
        public Resolution claimedDigest(ImageReference reference) {
            compared.add(reference.tag().orElseThrow());
            return new Resolved(tags.get(reference.tag().orElseThrow()), "", List.of());
        }

        @Override
        public TagListing tags(ImageReference reference) {
            return new TagList(List.copyOf(tags.keySet()), true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "node, latest! 22! 22.11! 22.11.0! 20.1.0 22.11.0-slim, 22.11.0",
        "node:latest, latest! 22.11.0! 23.0.0 23.0.0-rc1, 22.11.0",
        "node:alpine, alpine! 22-alpine! 22.11.0-alpine! 22.11.0 22.11.0-slim, 22.11.0-alpine",
        "node:lts-slim, lts-slim! 22.11.0-slim! 23.0.0-slim, 22.11.0-slim",
        "ubuntu, latest! 24.04! 24.10 20241111!, 24.04",
        "node:22, 22! 22.11.0! 22.10.0, 22.11.0",
        "node:22.11.0, 22.11.0! 22! 22.11!, ''",
        "node, latest! edge!, ''",
        "node, latest! 1.0.0 2.0.0, ''"
    })
    void findsTheVersionThatATagStandsFor(String reference, String listed, String expected) throws Exception {
        var finder = new VersionTagFinder(new Repository(listed), 10);

        assertThat(finder.find(ImageReference.parse(reference).orElseThrow(), WANTED)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void noMoreThanTheLimitAreCompared() throws Exception {
        var repository = new Repository("latest! 1.0! 2.0 3.0 4.0 5.0");
        var finder = new VersionTagFinder(repository, 3);

        assertThat(finder.find(ImageReference.parse("a").orElseThrow(), WANTED)).isEmpty();
        assertThat(repository.compared).isEqualTo(Arrays.asList("5.0", "4.0", "3.0"));
    }

    @Test
    void aReferenceByDigestHasNoTagToMove() throws Exception {
        var finder = new VersionTagFinder(new Repository("1.0!"), 3);

        assertThat(finder.find(ImageReference.parse("a@" + WANTED).orElseThrow(), WANTED))
                .isEmpty();
    }
}

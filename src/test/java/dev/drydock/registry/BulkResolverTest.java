package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BulkResolverTest {

    /** Answers with a digest of the name, and counts. */
    private static class Counting implements ImageResolver {
        final Map<String, Integer> questions = new ConcurrentHashMap<>();
        final AtomicInteger underWay = new AtomicInteger();
        final AtomicInteger mostUnderWay = new AtomicInteger();

        @Override
        public Resolution resolve(ImageReference reference) throws InterruptedException {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            questions.merge(reference.canonicalText(), 1, Integer::sum);
            meet();
            underWay.decrementAndGet();
            byte[] name = reference.canonicalName().getBytes(StandardCharsets.UTF_8);
            return new Resolved(Digest.sha256Of(name), "", List.of());
        }

        void meet() throws InterruptedException {}

        @Override
        public Resolution claimedDigest(ImageReference reference) throws InterruptedException {
            return resolve(reference);
        }

        @Override
        public TagListing tags(ImageReference reference) {
            return new TagList(List.of(), true);
        }
    }

    private static List<ImageReference> references(String... names) {
        return List.of(names).stream()
                .map(name -> ImageReference.parse(name).orElseThrow())
                .toList();
    }

    @Test
    void referencesThatMeanTheSameAreAskedForOnce() throws Exception {
        var resolver = new Counting();
        String pinned = "node@sha256:" + "0".repeat(64);
        List<ImageReference> all = references(
                "node",
                "node:latest",
                "docker.io/library/node",
                "node:latest@sha256:" + "0".repeat(64),
                pinned,
                "redis");

        Map<ImageReference, Resolution> answers = new BulkResolver(resolver, 4).resolveAll(all, ResolveProgress.SILENT);

        assertThat(answers.keySet()).containsExactlyElementsOf(all);
        assertThat(answers.values()).allMatch(Resolved.class::isInstance);
        assertThat(resolver.questions)
                .hasSize(3)
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void asManyAreUnderWayAsAllowedAndNotMore() throws Exception {
        var barrier = new CyclicBarrier(3);
        var resolver = new Counting() {
            @Override
            void meet() {
                try {
                    barrier.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };

        new BulkResolver(resolver, 3)
                .resolveAll(references("a", "b", "c", "d", "e", "f", "g", "h", "i"), ResolveProgress.SILENT);

        assertThat(resolver.mostUnderWay).hasValue(3);
    }

    @Test
    void progressCountsToTheNumberOfDistinctReferences() throws Exception {
        var told = new ArrayList<String>();
        Thread caller = Thread.currentThread();

        new BulkResolver(new Counting(), 2)
                .resolveAll(references("a", "b", "a:latest"), (done, total, which, answer) -> {
                    assertThat(Thread.currentThread()).isSameAs(caller);
                    told.add(done + "/" + total);
                });

        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void nothingToAskIsNoQuestion() throws Exception {
        assertThat(new BulkResolver(new Counting(), 2).resolveAll(List.of(), ResolveProgress.SILENT))
                .isEmpty();
    }
}

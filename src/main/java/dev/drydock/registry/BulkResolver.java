package dev.drydock.registry;

import dev.drydock.image.ImageReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Resolves many references at once, each distinct one a single time, with no more than a given number under way. */
public final class BulkResolver {
    private final ImageResolver resolver;
    private final int parallelism;

    /**
     * Creates a resolver.
     *
     * @param parallelism the most references that are under way at a time; at least 1
     */
    public BulkResolver(ImageResolver resolver, int parallelism) {
        this.resolver = resolver;
        this.parallelism = parallelism;
    }

    private record Answer(ImageReference reference, Resolution resolution) {}

    /**
     * Returns the answer for each of these references, in their order. References that mean the same are asked for
     * once: {@code node}, {@code node:latest} and {@code docker.io/library/node:latest@sha256:...} are one.
     *
     * @throws InterruptedException if the calling thread was interrupted; nothing is under way any more then
     */
    public Map<ImageReference, Resolution> resolveAll(Collection<ImageReference> references, ResolveProgress progress)
            throws InterruptedException {
        var distinct = new LinkedHashMap<String, ImageReference>();
        references.forEach(reference -> distinct.putIfAbsent(meaning(reference), reference));
        var answers = new LinkedHashMap<String, Resolution>();
        ExecutorService threads = Executors.newFixedThreadPool(parallelism, BulkResolver::daemon);
        try {
            var completion = new ExecutorCompletionService<Answer>(threads);
            List<Future<Answer>> futures = new ArrayList<>();
            for (ImageReference reference : distinct.values()) {
                futures.add(completion.submit(() -> new Answer(reference, resolver.resolve(reference))));
            }
            for (int done = 1; done <= futures.size(); done++) {
                Answer answer = result(completion.take());
                answers.put(meaning(answer.reference()), answer.resolution());
                progress.resolved(done, futures.size(), answer.reference(), answer.resolution());
            }
        } finally {
            threads.shutdownNow();
        }
        var ordered = new LinkedHashMap<ImageReference, Resolution>();
        references.forEach(reference -> ordered.put(reference, answers.get(meaning(reference))));
        return ordered;
    }

    private static String meaning(ImageReference reference) {
        return reference.canonicalTagged().orElseGet(reference::canonicalText);
    }

    private static Answer result(Future<Answer> finished) throws InterruptedException {
        try {
            return finished.get();
        } catch (ExecutionException e) {
            // A resolver does not throw: this is a defect, and its trace is wanted.
            throw new IllegalStateException("resolving an image reference failed", e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "drydock-resolve");
        thread.setDaemon(true);
        return thread;
    }
}

package dev.drydock.cli;

import dev.drydock.image.ImageReference;
import dev.drydock.lock.LockFile;
import dev.drydock.registry.BulkResolver;
import dev.drydock.registry.Failed;
import dev.drydock.registry.ImageResolver;
import dev.drydock.registry.RegistryClient;
import dev.drydock.registry.RegistryOptions;
import dev.drydock.registry.Resolution;
import dev.drydock.registry.Resolved;
import dev.drydock.registry.VersionTagFinder;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks images up in their registries. One serves one command; each failure is one line on standard error. */
final class ImageLookup {
    private static final int PARALLELISM = 8;
    /** One HEAD request each; the newest versions come first, and latest is hardly ever an older one. */
    private static final int COMPARED_TAGS = 50;

    private final PrintWriter err;
    private final StatusLine status;
    private final LocalDate today;
    private final ImageResolver client;
    private final Map<String, Resolved> found = new TreeMap<>();
    private final Map<String, String> versionTags = new TreeMap<>();
    private int failures;

    /**
     * @param locks whose digests are known already
     * @param status where to show how far it is
     */
    ImageLookup(
            RegistryOptions options,
            List<LockFiles.Located> locks,
            PrintWriter err,
            StatusLine status,
            LocalDate today) {
        this.err = err;
        this.status = status;
        this.today = today;
        this.client = new RegistryClient(
                options,
                digest -> locks.stream()
                        .flatMap(lock -> lock.content().images().named(digest).stream())
                        .findFirst()
                        .map(Resolved::of));
    }

    /** Asks for all of these. */
    void ask(Collection<ImageReference> references) {
        try {
            Map<ImageReference, Resolution> answers =
                    new BulkResolver(client, PARALLELISM).resolveAll(references, this::show);
            status.clear();
            answers.forEach(this::take);
            findVersionTags(references);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        } finally {
            status.clear();
        }
    }

    private void take(ImageReference reference, Resolution answer) {
        String name = reference.canonicalTagged().orElseThrow();
        if (answer instanceof Resolved resolved) {
            found.put(name, resolved);
        } else if (answer instanceof Failed failed) {
            failures++;
            err.print("drydock: error: " + Printable.of(name) + ": " + Printable.of(failed.message()) + "\n");
        }
    }

    private void findVersionTags(Collection<ImageReference> references) throws InterruptedException {
        List<ImageReference> moving = references.stream()
                .filter(reference -> reference.effectiveTag().equals(Optional.of(ImageReference.DEFAULT_TAG)))
                .filter(reference ->
                        found.containsKey(reference.canonicalTagged().orElseThrow()))
                .toList();
        if (moving.isEmpty()) {
            return;
        }
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(PARALLELISM, moving.size()), ImageLookup::daemon);
        try {
            var finder = new VersionTagFinder(client, COMPARED_TAGS);
            List<Future<Optional<String>>> searches = new ArrayList<>();
            for (ImageReference reference : moving) {
                Resolved resolved = found.get(reference.canonicalTagged().orElseThrow());
                searches.add(threads.submit(() -> finder.find(reference, resolved.digest())));
            }
            for (int i = 0; i < moving.size(); i++) {
                show("versions", i + 1, moving.size(), moving.get(i));
                String name = moving.get(i).canonicalTagged().orElseThrow();
                searches.get(i).get().ifPresent(tag -> versionTags.put(name, tag));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking for a version tag failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "drydock-versions");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Returns the lock file with what was found for these. A version tag that was found gets an entry of its own, so that
     * it is known when it stands in the file in the place of latest.
     */
    LockFile addTo(LockFile lock, Collection<ImageReference> references) {
        LockFile result = lock;
        for (ImageReference reference : references) {
            String name = reference.canonicalTagged().orElseThrow();
            Resolved resolved = found.get(name);
            if (resolved == null) {
                continue;
            }
            Optional<String> versionTag = Optional.ofNullable(versionTags.get(name));
            result = result.with(reference, resolved.pinned(versionTag, today));
            Optional<ImageReference> version =
                    versionTag.flatMap(tag -> ImageReference.parse(reference.canonicalName() + ":" + tag));
            if (version.isPresent()) {
                result = result.with(version.get(), resolved.pinned(Optional.empty(), today));
            }
        }
        return result;
    }

    int failures() {
        return failures;
    }

    private void show(int done, int total, ImageReference reference, Resolution answer) {
        show("images", done, total, reference);
    }

    private void show(String what, int done, int total, ImageReference reference) {
        status.show(what + " " + done + "/" + total + " " + Printable.of(reference.familiarName()));
    }
}

package dev.drydock.registry;

import dev.drydock.image.ImageReference;

/** Told how far a {@link BulkResolver} has come; always called by the thread that started it. */
public interface ResolveProgress {

    /** Tells nobody. */
    ResolveProgress SILENT = (done, total, reference, resolution) -> {};

    /**
     * One reference more has its answer.
     *
     * @param done how many distinct references have theirs now
     * @param total how many distinct references there are
     */
    void resolved(int done, int total, ImageReference reference, Resolution resolution);
}

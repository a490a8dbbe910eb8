package dev.drydock.registry;

import dev.drydock.image.ImageReference;

/** Knows what image references point at now. Safe for use by several threads; never throws for what a registry does. */
public interface ImageResolver {

    /**
     * Returns what the tag of this reference points at, or, for a reference by digest alone, what that digest names.
     * Digest, media type and platforms are those of the content itself, not only claimed.
     *
     * @throws InterruptedException if the calling thread was interrupted while it waited
     */
    Resolution resolve(ImageReference reference) throws InterruptedException;

    /**
     * Returns the digest that the registry claims for this reference, with as little traffic as possible (one HEAD
     * request, which registries do not count as a pull); platforms are left empty. For comparing with a digest that is
     * already known; a digest to be written down comes from {@link #resolve}.
     *
     * @throws InterruptedException if the calling thread was interrupted while it waited
     */
    Resolution claimedDigest(ImageReference reference) throws InterruptedException;

    /**
     * Returns the tags of the repository of this reference.
     *
     * @throws InterruptedException if the calling thread was interrupted while it waited
     */
    TagListing tags(ImageReference reference) throws InterruptedException;
}

/**
 * Transforms of the images that files name: digests, tags, publishers, age.
 *
 * <p>Invariant: what a tag stands for comes from the facts, which hold the lock file; nothing here asks a registry. Every
 * transform sees images through one view, {@link dev.drydock.transform.builtin.images.ImageTransform}, whatever kind of
 * file names them.
 */
package dev.drydock.transform.builtin.images;

/**
 * Image references and what their tags and digests say.
 *
 * <p>Invariant: a reference that parses here is one that Docker accepts, and each of its parts knows where it stands in
 * the text, so that an editor replaces one part and leaves the rest as it was written. Depends on {@code text} and the
 * JDK only; knows nothing of files, registries or lock files.
 */
package dev.drydock.image;

/**
 * The tree of a Dockerfile, for reading: typed nodes with accessors that say what BuildKit would make of them.
 *
 * <p>Invariant: the tokens of a tree tile its file, and what a node claims to mean is what BuildKit's parser reads there.
 * Depends on {@code text} and {@code syntax} only; the shell inside RUN is another language and has a tree of its own.
 */
package dev.drydock.dockerfile;

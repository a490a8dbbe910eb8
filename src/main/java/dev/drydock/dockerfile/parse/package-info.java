/**
 * Makes trees of Dockerfiles.
 *
 * <p>Invariant: the parser is total (never throws, always ends, linear time), and the tree it makes tiles its text.
 */
package dev.drydock.dockerfile.parse;

/**
 * Exact text and positions in it.
 *
 * <p>Invariant: nothing here normalises. Every offset is a UTF-16 offset, every range is half-open, and lines end at
 * {@code \n} alone. This package knows nothing of Docker, shell or YAML and depends on the JDK only.
 */
package dev.drydock.text;

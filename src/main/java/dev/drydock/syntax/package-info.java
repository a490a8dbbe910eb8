/**
 * Immutable syntax trees whose tokens tile a text.
 *
 * <p>Invariant ({@link dev.drydock.syntax.Tiling}): every character of the text belongs to exactly one token, so printing
 * a tree is printing its text. Depends on {@code text} only and knows nothing of Docker, shell or YAML.
 */
package dev.drydock.syntax;

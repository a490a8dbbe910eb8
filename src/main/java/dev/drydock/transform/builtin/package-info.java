/**
 * The transforms that come with Drydock, one class each, in a package for each family of the catalogue.
 *
 * <p>Invariant: each is pure and has exactly one page, {@code transforms/<family>/<id>.md}, whose front matter is its
 * metadata.
 */
package dev.drydock.transform.builtin;

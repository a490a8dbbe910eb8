/**
 * Changes of text: rewrites that happen whole or not at all, and the editors that build them.
 *
 * <p>Invariant: a tree is never changed. An editor turns verbs anchored to nodes into edits of ranges, in the style that
 * the file has there (line ending, indentation, keyword case, where {@code &&} stands).
 */
package dev.drydock.edit;

/**
 * Transforms about labels and other data that do not change what runs.
 *
 * <p>Invariant: the values that people wrote are kept to the letter.
 */
package dev.drydock.transform.builtin.metadata;

/**
 * Transforms about package managers: what they ask, what they install beyond what was named, what they leave behind.
 *
 * <p>Invariant: a command line is changed only where the view of its tool understands every word that matters, and what is
 * appended runs exactly when the script succeeded before.
 */
package dev.drydock.transform.builtin.packages;

/**
 * Transforms about the user that a container runs as.
 *
 * <p>Invariant: an account is used only if it is known to exist at that place, and the files that the application must
 * write belong to it in the same rewrite.
 */
package dev.drydock.transform.builtin.user;

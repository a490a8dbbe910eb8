/**
 * Transforms that take secrets out of images: out of arguments, variables, layers and command lines.
 *
 * <p>Invariant: no message, title, assumption or note holds the value of a secret.
 */
package dev.drydock.transform.builtin.secrets;

/**
 * Transforms about how commands are run: by which shell, with which failures, and what they may read and write.
 *
 * <p>Invariant: a command that succeeds today for a good reason does not fail tomorrow.
 */
package dev.drydock.transform.builtin.shell;

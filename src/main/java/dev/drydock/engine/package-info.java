/**
 * Runs transforms over a project until nothing changes, verifies every rewrite, and says what happened.
 *
 * <p>Invariant: a rewrite reaches the result only if the file still parses without a new problem, everything that the
 * rewrite did not announce is as it was, and its finding is gone. A run that does not settle gives up the transforms that
 * keep it from settling, never a half-changed file. A run holds no state beyond itself.
 */
package dev.drydock.engine;

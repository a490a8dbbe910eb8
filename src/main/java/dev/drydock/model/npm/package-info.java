/**
 * The files of npm: what {@code package.json} asks for, what the lock file holds, and whether {@code npm ci} takes them.
 *
 * <p>Invariant: nothing is guessed. A file that cannot be read, and a range that is not understood, is a reason.
 */
package dev.drydock.model.npm;

/**
 * Transforms about ports that an image declares.
 *
 * <p>Invariant: a port is dropped only if nothing in the project listens on it.
 */
package dev.drydock.transform.builtin.ports;

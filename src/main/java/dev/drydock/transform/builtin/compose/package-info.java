/**
 * Transforms of compose files: capabilities, users, ports, networks, limits and secrets of services.
 *
 * <p>Invariant: an edit goes where a value is written, and only if every service that it reaches wants it.
 */
package dev.drydock.transform.builtin.compose;

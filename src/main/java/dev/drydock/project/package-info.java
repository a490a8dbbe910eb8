/**
 * The files that are judged together, by name, and read-only access to what lies around them.
 *
 * <p>Invariant: everything is immutable, and no path leads outside the root of its project. May use {@code text}, {@code
 * syntax}, {@code dockerfile}, {@code yaml} and {@code compose}.
 */
package dev.drydock.project;

/**
 * The configuration of a project: {@code .drydock.yaml}.
 *
 * <p>Invariant: a key that is not known is an error with its place, never ignored. The nearest file above a checked file
 * holds, alone, unless it extends another by name. May use {@code catalogue}, {@code edit} and what lies below them.
 */
package dev.drydock.config;

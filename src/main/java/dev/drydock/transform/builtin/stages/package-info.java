/**
 * Transforms about what the final stage holds: builds that get a runtime stage of their own, compilers, secrets.
 *
 * <p>Invariant: a split keeps every path. What the container starts lies where it lay before, so that no command changes.
 */
package dev.drydock.transform.builtin.stages;

/**
 * The lock file: what tags and remote files stood for when somebody looked them up and committed the answer.
 *
 * <p>Invariants. Equal content gives equal bytes, whatever it was made from. A file that is read was understood in
 * whole: an unknown version, key or form is an error with line and column, never skipped. No entry holds a credential.
 * Depends on {@code image}, {@code text} and snakeyaml-engine; knows nothing of registries.
 */
package dev.drydock.lock;

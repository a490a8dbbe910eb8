/**
 * Drydock as a library: texts in, findings and repaired texts out.
 *
 * <p>Invariant: nothing is read but what is given, nothing is written, and nothing is remembered from one call to the next.
 * What stands here stays as it is between releases of one major version; everything else in the jar may change.
 */
package dev.drydock.api;

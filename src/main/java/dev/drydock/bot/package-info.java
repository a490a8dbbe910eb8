/**
 * The same work over many repositories.
 *
 * <p>Invariant: the unit is one repository, and nothing is shared between two of them but the count of new requests; a
 * repository that fails, hangs or is hostile holds up no other. What is done is written down at once, so a run that was
 * killed goes on where it stopped. May use {@code pullrequest}, {@code forge} and {@code git}.
 */
package dev.drydock.bot;

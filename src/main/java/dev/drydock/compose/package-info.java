/**
 * What a compose file means, as views over its YAML tree.
 *
 * <p>Invariant: total, and nothing is copied or normalised. Every accessor answers with the node where the value is written,
 * so that an edit can be made there, and with the services that such an edit would reach. What cannot be known before
 * variables have values is unknown, never guessed. Merge keys, aliases and {@code extends} are followed with bounds.
 * Depends on {@code yaml} and below.
 */
package dev.drydock.compose;

/**
 * The questions that a review of containers asks, answered for one project from what the engine found and from what the
 * files say.
 *
 * <p>Invariant: every answer names its evidence, and nothing is answered that was not looked at.
 */
package dev.drydock.checklist;

/**
 * From a set of changes to branches and pull requests.
 *
 * <p>Invariant: what a dry run says is what a real run does, because both carry out the same plan. A branch that holds a
 * commit of somebody else is never overwritten unasked, a request that was closed stays closed until there is something new
 * to say, and a second run over the same state does nothing. May use {@code git}, {@code forge} and {@code edit.Safety}.
 */
package dev.drydock.pullrequest;

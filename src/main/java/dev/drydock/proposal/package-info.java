/**
 * From the files of a commit to the changes that are proposed: discovery, configuration and engine over the commit, told
 * as groups.
 *
 * <p>Invariant: the work tree plays no part, every group starts from the commit itself, and the same commit under the same
 * configuration gives the same groups. Confidential content is never part of a group.
 */
package dev.drydock.proposal;

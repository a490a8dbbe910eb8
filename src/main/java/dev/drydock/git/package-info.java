/**
 * Git through JGit plumbing: what a commit holds, new commits on top of it, and the remote side.
 *
 * <p>Invariant: nothing that a repository brings along is ever run or obeyed. No hook, filter, helper or other command
 * starts; of a repository's own configuration only a short list of harmless keys is read; the index and the work tree are
 * never written; a credential goes to the host that it is meant for and appears in no text. Commits are made from blobs, so
 * line-ending conversion plays no part. May use {@code project}.
 */
package dev.drydock.git;

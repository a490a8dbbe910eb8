/**
 * From the paths on a command line to the projects that are judged: which files there are, what each is read as, where
 * its project starts, and read-only access to what lies around it.
 *
 * <p>Invariant: looking never changes anything, never leaves the tree that was named, and comes back in the same order
 * each time. May use {@code project}, {@code text} and what lies below them.
 */
package dev.drydock.discovery;

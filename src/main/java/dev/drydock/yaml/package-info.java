/**
 * YAML as immutable trees whose tokens tile the file (YAML 1.2, as docker compose uses it).
 *
 * <p>Invariant: every node ends where its content ends. Comments, blanks and blank lines behind a node belong to the node
 * around it, so that the end of a node is a place where something can be written. Aliases are never expanded: a tree is as
 * large as its text. Depends on {@code text} and {@code syntax} only and knows nothing of compose.
 */
package dev.drydock.yaml;

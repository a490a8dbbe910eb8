/**
 * Ignore files of build contexts, read and matched as the builder does.
 *
 * <p>Invariant: a path is excluded here exactly if the builder excludes it. These are not the rules of Git: a pattern
 * without a slash means the root of the context only.
 */
package dev.drydock.ignorefile;

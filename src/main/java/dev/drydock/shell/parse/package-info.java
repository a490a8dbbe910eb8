/**
 * The reader of shell scripts.
 *
 * <p>Invariant: {@link dev.drydock.shell.parse.ShellParser} is total. It reads every character at most a bounded number of
 * times, its recursion is bounded, and what it cannot read becomes an opaque script.
 */
package dev.drydock.shell.parse;

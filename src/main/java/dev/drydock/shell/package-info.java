/**
 * What a POSIX shell (with the common extensions of bash and ash) reads in a script or in the shell form of RUN.
 *
 * <p>Invariant: the tokens of a {@link dev.drydock.shell.ShellScript} tile the text that the shell sees, and
 * {@link dev.drydock.shell.ShellSource} maps every offset of it to the file. Text that is no shell script is an opaque
 * script, never an error. Depends on {@code text} and {@code syntax} only.
 */
package dev.drydock.shell;

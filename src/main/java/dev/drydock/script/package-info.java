/**
 * The pieces of scripts, Makefiles, workflows, units and documents that a shell reads, each with its tree and with the
 * place in the file of every character.
 *
 * <p>Invariant: what is not surely read by a POSIX shell is no fragment; a fragment that cannot be read is opaque. Reading
 * is total and takes time proportional to the text.
 */
package dev.drydock.script;

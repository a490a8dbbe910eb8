/**
 * Views of well-known tools over a {@link dev.drydock.shell.SimpleCommand}: what a command line means, option by option.
 *
 * <p>Invariant: a view reads words that are known from the text alone. A word that is known only at run time is an
 * operand without a value, and {@link dev.drydock.shell.commands.CommandLineView#mayHideOptions()} tells of it.
 */
package dev.drydock.shell.commands;

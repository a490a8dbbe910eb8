/**
 * The command line: options, exit codes, and the road from paths to a report.
 *
 * <p>Invariant: only {@link dev.drydock.cli.Main} ends the process or touches the streams of the JVM; everything else gets
 * its surroundings handed in and is run by tests. Findings go to standard output, everything else to standard error.
 */
package dev.drydock.cli;

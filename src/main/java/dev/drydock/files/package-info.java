/**
 * Writing repaired files, so that a file is at any moment either the old one or the new one.
 *
 * <p>Invariant: nothing is written outside the root of the project, and nothing over a file that is not what was read.
 * May use {@code discovery} for the words of errors, and the JDK.
 */
package dev.drydock.files;

/**
 * Command lines of docker and podman in scripts, Makefiles, workflows, units and documents.
 *
 * <p>Invariant: a command line whose words cannot be told from each other before it runs is left alone, and so is a container
 * whose image is not known or whose usual program is not the one that runs.
 */
package dev.drydock.transform.builtin.commands;

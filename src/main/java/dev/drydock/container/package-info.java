/**
 * What a container needs to run: capabilities, writable folders, privileges, an account. The same for a service of a compose
 * file and for a command line.
 *
 * <p>Invariant: an answer is derived from the knowledge base or from the Dockerfile that builds the image, names what it
 * takes for granted, and is none where nothing is known.
 */
package dev.drydock.container;

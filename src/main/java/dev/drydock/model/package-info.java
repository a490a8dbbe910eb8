/**
 * What a Dockerfile means: stages and what they inherit, the user, shell and working directory at a place, the scripts
 * of RUN instructions.
 *
 * <p>Invariant: everything is derived from the tree and the knowledge base, and what cannot be known is empty, never
 * guessed. This is the only package that joins the Dockerfile tree with the shell tree.
 */
package dev.drydock.model;

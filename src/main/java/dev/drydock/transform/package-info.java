/**
 * What a transform is: a pure function from a project and facts to findings.
 *
 * <p>Invariant: no transform does input or output, holds state, or changes a tree. The transforms themselves live in the
 * packages below, one for each family of the catalogue.
 */
package dev.drydock.transform;

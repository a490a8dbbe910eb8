/**
 * The literals of programs, as far as they tell what a program reads and starts.
 *
 * <p>Invariant: a light reader that never fails and takes time proportional to the text; what it does not find proves nothing.
 */
package dev.drydock.model.source;

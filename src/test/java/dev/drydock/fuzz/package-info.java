/** Random changes of the golden files, for {@code FuzzTest}: the same seed gives the same cases. */
package dev.drydock.fuzz;

/**
 * The evidence file: what trials of a project showed, written down for those who judge it later without an engine.
 *
 * <p>Invariants. Evidence holds only for the texts that it was made for. Equal content gives equal bytes. A file that cannot
 * be understood in whole is no evidence at all. Nothing in it can make a repair safe, only decide between writing and
 * leaving it.
 */
package dev.drydock.evidence;

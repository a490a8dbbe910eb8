/**
 * What an application writes, read from its sources and settings as a build context brings them into an image.
 *
 * <p>Invariant: every place that is named has a file and a line as its evidence; each file is read at most once and up to a
 * limit, in time that grows with its length; nothing that is read is run; a text that cannot be understood is a place less,
 * never an error.
 */
package dev.drydock.written;

package dev.drydock.written;

/**
 * A write as a source states it, before its path is made absolute.
 *
 * @param path as the source says it
 * @param line the line of the source, from 1
 */
record Write(PathText path, WrittenPlace.Kind kind, WrittenPlace.Certainty certainty, int line) {}

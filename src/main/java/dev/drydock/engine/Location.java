package dev.drydock.engine;

import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;

/**
 * A place in a file as it was before the run; in a file that the run created, a place in the new file.
 *
 * @param path the file
 * @param range the place, in UTF-16 offsets
 * @param line the line of its start, from 1
 * @param column the column of its start, from 1, in code points
 * @param endLine the line of its end
 * @param endColumn the column of its end, which is after the last character
 */
public record Location(ProjectPath path, TextRange range, int line, int column, int endLine, int endColumn)
        implements Comparable<Location> {

    /** Returns the place {@code range} of {@code source}; what lies behind its end is its end. */
    static Location of(ProjectPath path, SourceText source, TextRange range) {
        int start = Math.min(range.start(), source.length());
        int end = Math.min(Math.max(range.end(), start), source.length());
        return new Location(
                path,
                new TextRange(start, end),
                source.line(start),
                source.column(start),
                source.line(end),
                source.column(end));
    }

    @Override
    public int compareTo(Location other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : range.compareTo(other.range);
    }

    /** Returns {@code path:line:column}. */
    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }
}

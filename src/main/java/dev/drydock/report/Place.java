package dev.drydock.report;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;

/**
 * A range of a file as people and editors name it. All numbers are 1-based; columns count code points; the end column is
 * the one after the last character.
 */
public record Place(int line, int column, int endLine, int endColumn) {
    /** The start of a file, for what concerns all of it. */
    public static final Place START = new Place(1, 1, 1, 1);

    /** Returns where {@code range} of the text is; a range beyond the end of the text is cut off there. */
    public static Place of(SourceText source, TextRange range) {
        int start = Math.min(range.start(), source.length());
        int end = Math.min(range.end(), source.length());
        // A range that ends after a newline ends on the line before, not on column 1 of the next.
        int last = end > start && source.text().charAt(end - 1) == '\n' ? source.lineContentEndAt(end - 1) : end;
        last = Math.max(last, start);
        return new Place(source.line(start), source.column(start), source.line(last), source.column(last));
    }
}

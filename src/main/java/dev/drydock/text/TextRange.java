package dev.drydock.text;

/**
 * A half-open range {@code [start, end)} of UTF-16 offsets into one text. An empty range is an insertion point.
 *
 * @param start the offset of the first character
 * @param end the offset after the last character
 */
public record TextRange(int start, int end) implements Comparable<TextRange> {

    public TextRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: [" + start + ", " + end + ")");
        }
    }

    /** Returns the empty range before the character at {@code offset}. */
    public static TextRange at(int offset) {
        return new TextRange(offset, offset);
    }

    /** Returns what lies between two ranges, of which {@code second} starts where {@code first} ends or later. */
    public static TextRange between(TextRange first, TextRange second) {
        int from = first.end;
        int to = second.start;
        return new TextRange(from, to);
    }

    /** Returns the number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Returns whether the character at {@code offset} lies in this range. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Returns whether every character and both borders of {@code other} lie within the borders of this range. */
    public boolean contains(TextRange other) {
        return start <= other.start && other.end <= end;
    }

    /** Returns whether the two ranges share at least one character; ranges that only touch do not. */
    public boolean overlaps(TextRange other) {
        return start < other.end && other.start < end;
    }

    /** Returns the smallest range that covers both. */
    public TextRange hull(TextRange other) {
        return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Returns this range moved by {@code delta} units. */
    public TextRange shift(int delta) {
        return new TextRange(start + delta, end + delta);
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(TextRange other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return start + ".." + end;
    }
}

package dev.drydock.yaml.parse;

/**
 * The UTF-16 offset of each code point of the part of a text that the engine reads. The engine counts code points from
 * behind the byte order mark; trees count UTF-16 units from the start of the text.
 */
final class CodePoints {
    private final int first;
    private final int last;
    /** Null if every code point is one unit. */
    private final int[] offsets;

    CodePoints(String text, int first) {
        this.first = first;
        this.last = text.length();
        int count = text.codePointCount(first, last);
        if (count == last - first) {
            this.offsets = null;
            return;
        }
        this.offsets = new int[count + 1];
        int offset = first;
        for (int i = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = last;
    }

    /** Returns the UTF-16 offset of the code point at {@code index}; the end of the text if there are not so many. */
    int offset(int index) {
        if (offsets == null) {
            return Math.min(first + index, last);
        }
        return offsets[Math.min(index, offsets.length - 1)];
    }
}

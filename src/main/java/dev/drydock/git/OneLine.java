package dev.drydock.git;

/** Text from elsewhere made fit for one line of a message: no line breaks, no control characters, bounded. */
public final class OneLine {
    private static final int LIMIT = 500;

    private OneLine() {}

    /** Returns {@code text} on one line, runs of blanks and control characters as one space, at most 500 characters. */
    public static String of(String text) {
        return of(text, LIMIT);
    }

    /** Returns {@code text} on one line, at most {@code limit} characters, an ellipsis included where it is cut. */
    public static String of(String text, int limit) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), limit));
        boolean blank = false;
        for (int offset = 0; offset < text.length() && line.length() <= limit; ) {
            int point = text.codePointAt(offset);
            offset += Character.charCount(point);
            if (isBlank(point)) {
                blank = line.length() > 0;
            } else {
                if (blank) {
                    line.append(' ');
                    blank = false;
                }
                line.appendCodePoint(point);
            }
        }
        return line.length() <= limit ? line.toString() : cut(line, limit);
    }

    private static String cut(StringBuilder line, int limit) {
        int end = Math.max(0, limit - 1);
        if (end > 0 && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end) + "…";
    }

    /** Line and paragraph separators and direction overrides included: they can make a line look like another one. */
    private static boolean isBlank(int point) {
        return Character.isISOControl(point)
                || Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}

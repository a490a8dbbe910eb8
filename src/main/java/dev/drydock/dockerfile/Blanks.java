package dev.drydock.dockerfile;

/** What BuildKit, being written in Go, takes for white space. Java's notions differ (no-break space, next line). */
public final class Blanks {
    private Blanks() {}

    /** Returns whether Go's {@code unicode.IsSpace} holds; used where BuildKit trims text and splits flags and pairs. */
    public static boolean isSpace(char c) {
        return switch (c) {
            case '\t', '\n', '\u000B', '\f', '\r', ' ', '\u0085', '\u00A0', '\u1680' -> true;
            case '\u2028', '\u2029', '\u202F', '\u205F', '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }

    /** Returns whether {@code c} divides the keyword from its arguments, and arguments that take no quotes. */
    public static boolean isSeparator(char c) {
        return c == '\t' || c == '\u000B' || c == '\f' || c == '\r' || c == ' ';
    }
}

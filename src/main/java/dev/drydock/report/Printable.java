package dev.drydock.report;

/** Text from a file or a file's name, made safe for one line of a terminal or a log. */
public final class Printable {
    private Printable() {}

    /** Returns the text with control characters, bidirectional overrides and line separators as {@code \}{@code uXXXX}. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || isFormatting(c)) {
                safe.append(String.format("\\u%04X", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean isFormatting(char c) {
        return c == '\u2028' || c == '\u2029' || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}

package dev.drydock.report;

/**
 * Text from a file or a file's name, made safe for a terminal, a log and a reader: nothing in it moves the cursor, turns the
 * direction of the text, or is a command to the service that keeps the log. What is replaced stays visible, as {@code
 * \}{@code uXXXX}.
 */
public final class Printable {
    private static final String MARK = "##";

    private Printable() {}

    /** Returns the text as it may stand anywhere in a line. */
    public static String of(String text) {
        return safe(text, "");
    }

    /** Returns a line of a file, its indentation as it is. It may end with a carriage return. */
    public static String line(String line) {
        boolean returns = line.endsWith("\r");
        return safe(returns ? line.substring(0, line.length() - 1) : line, "\t") + (returns ? "\r" : "");
    }

    /** Returns the name of a file as it may start a line. One that would be a command gets {@code ./} in front. */
    public static String path(String path) {
        return isCommand(path) ? "./" + safe(path, "", path.length()) : of(path);
    }

    /**
     * Returns whether a line would be a command to a service that runs builds: {@code ::set-output}, for which GitHub looks
     * behind blanks too, or {@code ##[command]}, {@code ##vso[...]} and {@code ##teamcity[...]}, wherever they stand.
     */
    public static boolean isCommand(String line) {
        return line.stripLeading().startsWith("::") || markEnd(line, 0) >= 0;
    }

    private static String safe(String text, String kept) {
        int command = text.length() - text.stripLeading().length();
        return safe(text, kept, text.startsWith("::", command) ? command : text.length());
    }

    private static String safe(String text, String kept, int command) {
        StringBuilder safe = new StringBuilder(text.length());
        int mark = markEnd(text, 0);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean opens = i == mark;
            if (opens) {
                mark = markEnd(text, i + 1);
            }
            if (opens || i == command || (isUnsafe(c) && kept.indexOf(c) < 0)) {
                for (char unit : Character.toChars(c)) {
                    safe.append(String.format("\\u%04X", (int) unit));
                }
            } else {
                safe.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return safe.toString();
    }

    /** Returns where the bracket of the next {@code ##word[} stands, or -1. */
    private static int markEnd(String text, int from) {
        for (int start = text.indexOf(MARK, from); start >= 0; start = text.indexOf(MARK, start + 1)) {
            int end = start + MARK.length();
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && text.charAt(end) == '[') {
                return end;
            }
        }
        return -1;
    }

    /** Returns whether a character is none that people see: controls, marks of direction, separators, halves of pairs. */
    static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}

package dev.drydock.trial;

import java.util.List;

/** Lines of what a program printed. */
final class Lines {
    private Lines() {}

    /** Returns the last line that is not blank; empty if there is none. */
    static String last(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    /** Returns what an engine says went wrong: the last line that is no hint where to read more. */
    static String reason(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !(line.contains("--help") && (line.startsWith("Run '") || line.startsWith("See '"))))
                .toList();
        return last(lines.isEmpty() ? text : String.join("\n", lines));
    }

    /** Returns a line that fits into a sentence: printable, without doubled blanks, at most {@code length} characters. */
    static String brief(String line, int length) {
        StringBuilder brief = new StringBuilder();
        boolean blank = false;
        for (int i = 0; i < line.length() && brief.length() < length; i++) {
            char c = line.charAt(i);
            if (c <= ' ' || c == 0x7F) {
                blank = brief.length() > 0;
            } else {
                brief.append(blank ? " " : "").append(c);
                blank = false;
            }
        }
        return brief.toString();
    }
}

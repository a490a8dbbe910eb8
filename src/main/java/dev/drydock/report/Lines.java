package dev.drydock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The lines of a text, each with its terminator; the last one may have none.
 *
 * @param raw the lines as they are
 * @param shown the lines as they are printed
 */
record Lines(List<String> raw, List<String> shown) {
    static Lines of(String text, UnaryOperator<String> mask) {
        List<String> raw = split(text);
        String masked = mask.apply(text);
        List<String> shown = masked.equals(text) ? raw : split(masked);
        if (shown.size() != raw.size()) {
            throw new IllegalArgumentException("masking has changed the number of lines");
        }
        return new Lines(raw, shown);
    }

    int size() {
        return raw.size();
    }

    /** Returns whether something in the line is not printed. */
    boolean hides(int line) {
        return !raw.get(line).equals(shown.get(line));
    }

    /** Returns whether a line should not be shown where nothing changes in it: it hides something, or is a command. */
    boolean isUnfit(int line) {
        return hides(line) || Printable.isCommand(shown.get(line));
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}

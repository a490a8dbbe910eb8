package dev.drydock.transform.builtin.compose;

import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * A section at the top of a file that several repairs want, each for its own entry. The line with the key is an edit of its
 * own, the same for all of them, so that it is made once and every entry comes below it.
 */
final class SharedSection {
    private SharedSection() {}

    /** Returns the edits with the one that inserts {@code key:} and its entries divided behind that line. */
    static List<TextEdit> split(String key, List<TextEdit> edits) {
        List<TextEdit> divided = new ArrayList<>();
        for (TextEdit edit : edits) {
            int end = edit.range().isEmpty() ? endOfKey(edit.replacement(), key) : -1;
            if (end < 0) {
                divided.add(edit);
            } else {
                int offset = edit.range().start();
                divided.add(TextEdit.insert(offset, edit.replacement().substring(0, end)));
                divided.add(TextEdit.insert(offset, edit.replacement().substring(end)));
            }
        }
        return divided;
    }

    /** Returns where the entries begin in a text that starts with {@code key:} at the margin, or -1. */
    private static int endOfKey(String text, String key) {
        String line = key + ":";
        int start = 0;
        while (start < text.length() && (text.charAt(start) == '\n' || text.charAt(start) == '\r')) {
            start++;
        }
        if (!text.startsWith(line, start)) {
            return -1;
        }
        int end = start + line.length();
        if (!text.endsWith("\n")) {
            return end;
        }
        int newline = text.indexOf('\n', end);
        return newline == end || (newline == end + 1 && text.charAt(end) == '\r') ? newline + 1 : -1;
    }
}

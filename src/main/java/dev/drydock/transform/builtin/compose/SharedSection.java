package dev.drydock.transform.builtin.compose;

import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A section at the top of a file to which several repairs add entries. The line with the key of the section and each entry
 * are edits of their own, the same in every repair that needs them, so that each is made once, whoever else makes it.
 */
final class SharedSection {
    private final Set<String> entries;

    /** @param entries the keys of the entries that are inserted */
    SharedSection(Set<String> entries) {
        this.entries = Set.copyOf(entries);
    }

    /** Returns the edits, those that insert something of the section divided. */
    List<TextEdit> divide(List<TextEdit> edits) {
        List<TextEdit> divided = new ArrayList<>();
        for (TextEdit edit : edits) {
            if (edit.range().isEmpty()) {
                pieces(edit.replacement())
                        .forEach(piece ->
                                divided.add(TextEdit.insert(edit.range().start(), piece)));
            } else {
                divided.add(edit);
            }
        }
        return divided;
    }

    /** A text that ends a line is cut before its lines, one that comes behind a last line without end before their breaks. */
    private List<String> pieces(String text) {
        boolean behindLine = !text.endsWith("\n");
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int line = 0;
        while (line < text.length()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            String content = text.substring(line, end).strip();
            int cut = behindLine ? beforeBreak(text, line) : line;
            if (content.endsWith(":") && entries.contains(content.substring(0, content.length() - 1)) && cut > start) {
                pieces.add(text.substring(start, cut));
                start = cut;
            }
            line = end + 1;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static int beforeBreak(String text, int line) {
        if (line == 0) {
            return 0;
        }
        return line > 1 && text.charAt(line - 2) == '\r' ? line - 2 : line - 1;
    }
}

package dev.drydock.engine;

import dev.drydock.edit.EditSet;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;

/** Which places of a text edits change or glue text to. Asked for places in the order of the text. */
final class TouchedRanges {
    private final List<TextEdit> edits;
    /** Invariant: every edit before this one ends before the last place that was asked for. */
    private int next;

    TouchedRanges(EditSet edits) {
        this.edits = edits.edits();
    }

    /** Returns whether an edit changes the place or glues text to it; {@code range} starts no earlier than the last one. */
    boolean contains(TextRange range) {
        while (next < edits.size() && edits.get(next).range().end() < range.start()) {
            next++;
        }
        for (int i = next; i < edits.size() && edits.get(i).range().start() <= range.end(); i++) {
            TextRange edited = edits.get(i).range();
            String text = edits.get(i).replacement();
            boolean overlaps = edited.isEmpty()
                    ? range.start() < edited.start() && edited.start() < range.end()
                    : edited.overlaps(range);
            boolean gluedBehind = edited.start() == range.end() && !text.isEmpty() && !startsWithNewline(text);
            boolean gluedBefore = edited.end() == range.start() && !text.isEmpty() && !text.endsWith("\n");
            if (overlaps || gluedBehind || gluedBefore) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithNewline(String text) {
        return text.startsWith("\n") || text.startsWith("\r\n");
    }
}

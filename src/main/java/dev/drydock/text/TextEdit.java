package dev.drydock.text;

import java.util.Objects;

/**
 * The replacement of one range of a text by other text: an insertion when the range is empty, a deletion when the
 * replacement is.
 *
 * @param range what is replaced, in the text before the edit
 * @param replacement what stands there afterwards
 */
public record TextEdit(TextRange range, String replacement) {

    public TextEdit {
        Objects.requireNonNull(range);
        Objects.requireNonNull(replacement);
    }

    public static TextEdit insert(int offset, String text) {
        return new TextEdit(TextRange.at(offset), text);
    }

    public static TextEdit delete(TextRange range) {
        return new TextEdit(range, "");
    }

    public static TextEdit replace(TextRange range, String text) {
        return new TextEdit(range, text);
    }

    public boolean isInsertion() {
        return range.isEmpty();
    }

    public boolean isDeletion() {
        return replacement.isEmpty();
    }

    /** Returns whether applying this edit leaves every text as it is. */
    public boolean isNoOp() {
        return range.isEmpty() && replacement.isEmpty();
    }
}

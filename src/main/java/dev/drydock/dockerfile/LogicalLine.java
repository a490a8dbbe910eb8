package dev.drydock.dockerfile;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One instruction as BuildKit sees it: the physical lines joined, with continuations and the comment and empty lines
 * between them removed. Every character knows where in the file it stands.
 */
public final class LogicalLine {
    private final SourceText file;
    private final String text;
    /** Invariant: strictly ascending; one element for each character and one for the end. */
    private final int[] toFile;

    /**
     * Makes a line of {@code text}.
     *
     * @param toFile for each character its offset in the file, and the offset after the last one
     */
    public LogicalLine(SourceText file, String text, int[] toFile) {
        this.file = Objects.requireNonNull(file);
        this.text = Objects.requireNonNull(text);
        if (toFile.length != text.length() + 1) {
            throw new IllegalArgumentException("a map of " + toFile.length + " for " + text.length() + " characters");
        }
        this.toFile = toFile.clone();
    }

    public SourceText file() {
        return file;
    }

    /** Returns what Docker parses, from the keyword to the end of the last line. */
    public String text() {
        return text;
    }

    /** Returns the offset in the file of the character at {@code offset}, or the end for the length of the text. */
    public int toFile(int offset) {
        return toFile[offset];
    }

    /** Returns the smallest range of the file that covers the characters of {@code logical}, continuations included. */
    public TextRange toFile(TextRange logical) {
        if (logical.isEmpty()) {
            return TextRange.at(toFile[logical.start()]);
        }
        return new TextRange(toFile[logical.start()], toFile[logical.end() - 1] + 1);
    }

    /** Returns the ranges of the file that hold the characters of {@code logical}, continuations left out. */
    public List<TextRange> piecesInFile(TextRange logical) {
        List<TextRange> pieces = new ArrayList<>();
        int start = logical.start();
        for (int i = start + 1; i <= logical.end(); i++) {
            if (i == logical.end() || toFile[i] != toFile[i - 1] + 1) {
                pieces.add(new TextRange(toFile[start], toFile[i - 1] + 1));
                start = i;
            }
        }
        return pieces;
    }

    /** Returns the map of {@code logical} in the form of the constructor. */
    public int[] mapOf(TextRange logical) {
        int[] map = Arrays.copyOfRange(toFile, logical.start(), logical.end() + 1);
        if (!logical.isEmpty()) {
            map[map.length - 1] = map[map.length - 2] + 1;
        }
        return map;
    }

    @Override
    public String toString() {
        return text;
    }
}

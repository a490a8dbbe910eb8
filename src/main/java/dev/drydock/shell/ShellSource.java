package dev.drydock.shell;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The text that a shell sees, and where each of its characters stands in the file.
 *
 * <p>The two differ in the shell form of a Dockerfile's RUN: continuations, and comment and empty lines between them,
 * are gone before the shell starts. One shell word may therefore be several pieces of the file.
 */
public final class ShellSource {
    private final SourceText text;
    private final SourceText file;
    /** Empty for the identity; else ascending, one element for each character and one for the end. */
    private final int[] map;

    private ShellSource(SourceText text, SourceText file, int[] map) {
        this.text = Objects.requireNonNull(text);
        this.file = Objects.requireNonNull(file);
        this.map = map;
    }

    /** Returns a source in which the shell sees the file as it is. */
    public static ShellSource identity(SourceText file) {
        return new ShellSource(file, file, new int[0]);
    }

    /**
     * Returns a source in which the shell sees {@code text}.
     *
     * @param toFile for each character of {@code text} its offset in the file, then the offset after the last one
     * @throws IllegalArgumentException if the map has another length, is not ascending, or leaves the file
     */
    public static ShellSource mapped(String text, int[] toFile, SourceText file) {
        if (toFile.length != text.length() + 1) {
            throw new IllegalArgumentException("a map of " + toFile.length + " for " + text.length() + " characters");
        }
        int previous = -1;
        for (int offset : toFile) {
            if (offset < Math.max(previous, 0) || offset > file.length()) {
                throw new IllegalArgumentException("offset " + offset + " after " + previous);
            }
            previous = offset;
        }
        return new ShellSource(SourceText.of(text), file, toFile.clone());
    }

    /** Returns what the shell sees. */
    public SourceText text() {
        return text;
    }

    public SourceText file() {
        return file;
    }

    /** Returns where the character at {@code offset} of the shell text stands in the file. */
    public int toFile(int offset) {
        return map.length == 0 ? offset : map[offset];
    }

    /**
     * Returns the smallest range of the file that holds every character of {@code range}. It ends after the last
     * character, before any continuation that follows; an empty range becomes the place of the character after it.
     */
    public TextRange toFile(TextRange range) {
        if (range.isEmpty()) {
            return TextRange.at(toFile(range.start()));
        }
        return new TextRange(toFile(range.start()), toFile(range.end() - 1) + 1);
    }

    /** Returns the contiguous pieces of the file that {@code range} consists of, in order; none for an empty range. */
    public List<TextRange> piecesInFile(TextRange range) {
        if (range.isEmpty()) {
            return List.of();
        }
        if (map.length == 0) {
            return List.of(range);
        }
        List<TextRange> pieces = new ArrayList<>();
        int start = map[range.start()];
        int end = start + 1;
        for (int i = range.start() + 1; i < range.end(); i++) {
            if (map[i] != end) {
                pieces.add(new TextRange(start, end));
                start = map[i];
            }
            end = map[i] + 1;
        }
        pieces.add(new TextRange(start, end));
        return List.copyOf(pieces);
    }
}

package dev.drydock.model;

import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A text that was put together from several places of a file, of which every character knows where it is written. So an
 * edit of the text can be made where the text comes from: in the place itself, or in the default of a variable.
 */
final class TracedText {
    /** No image reference is longer, and defaults that use each other twice must not grow without end. */
    private static final int LIMIT = 4096;

    /**
     * Where the characters from {@code start} to {@code end} are written.
     *
     * @param inFile from a range of what is written there to the file; empty where it cannot be edited
     * @param shift the place of the first character in what is written there
     * @param argument the variable whose default this is; empty for the place itself
     */
    private record Piece(
            int start, int end, Optional<UnaryOperator<TextRange>> inFile, int shift, Optional<String> argument) {
        Piece moved(int delta) {
            return new Piece(start + delta, end + delta, inFile, shift, argument);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<VariableSpan> spans = new ArrayList<>();

    /** Returns a text that is written in one place, character by character. */
    static TracedText of(String text, UnaryOperator<TextRange> inFile) {
        TracedText traced = new TracedText();
        traced.append(text, 0, inFile, Optional.empty());
        return traced;
    }

    /** Returns a text that cannot be edited. */
    static TracedText opaque(String text) {
        TracedText traced = new TracedText();
        traced.text.append(text);
        traced.pieces.add(new Piece(0, text.length(), Optional.empty(), 0, Optional.empty()));
        return traced;
    }

    void append(String part, int shift, UnaryOperator<TextRange> inFile, Optional<String> argument) {
        if (!part.isEmpty()) {
            int start = text.length();
            text.append(part);
            pieces.add(new Piece(start, text.length(), Optional.of(inFile), shift, argument));
        }
    }

    void append(TracedText other) {
        int delta = text.length();
        other.spans.forEach(
                span -> spans.add(new VariableSpan(span.name(), span.range().shift(delta))));
        other.pieces.forEach(piece -> pieces.add(piece.moved(delta)));
        text.append(other.text);
    }

    /** Remembers that what was appended since {@code start} is the value of a variable; it may be empty. */
    void mark(String variable, int start) {
        spans.add(new VariableSpan(variable, new TextRange(start, text.length())));
    }

    int length() {
        return text.length();
    }

    /** Returns where the values of variables stand, inner ones first. */
    List<VariableSpan> spans() {
        return List.copyOf(spans);
    }

    boolean isTooLong() {
        return text.length() > LIMIT;
    }

    String text() {
        return text.toString();
    }

    /** Returns the edit of the file that makes this edit of the text; empty if no single place can be edited for it. */
    Optional<WrittenEdit> written(TextEdit edit) {
        TextRange range = edit.range();
        // An insertion belongs to what it stands behind.
        int first = range.isEmpty() ? range.start() - 1 : range.start();
        int last = range.isEmpty() ? first : range.end() - 1;
        Optional<Piece> piece = pieces.stream()
                .filter(candidate -> candidate.start() <= first && last < candidate.end())
                .findFirst();
        return piece.flatMap(found -> found.inFile().map(inFile -> {
            TextRange place = inFile.apply(new TextRange(first, last + 1).shift(found.shift() - found.start()));
            TextRange target = range.isEmpty() ? TextRange.at(place.end()) : place;
            return new WrittenEdit(new TextEdit(target, edit.replacement()), found.argument());
        }));
    }

    /** Returns the variables whose defaults hold a part of the range; the empty name stands for the place itself. */
    Set<String> writers(TextRange range) {
        Set<String> writers = new TreeSet<>();
        for (Piece piece : pieces) {
            if (piece.start() < range.end() && range.start() < piece.end()) {
                writers.add(piece.argument().orElse(""));
            }
        }
        return writers;
    }
}

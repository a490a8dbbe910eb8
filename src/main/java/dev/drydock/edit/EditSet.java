package dev.drydock.edit;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Disjoint, ordered edits over one text, gathered from several changes; the only thing that can change a text.
 *
 * <p>Two edits get along when they touch or lie apart. The same replacement twice is one. Insertions at one place stand in
 * the order in which their changes came, and an insertion that another change already made there is dropped. Everything
 * else is a conflict, and then the later change as a whole is not taken: an overlap, an insertion strictly inside a
 * replacement, an edit inside a range that another change guards.
 */
public final class EditSet {
    private final SourceText source;
    /** Invariant: ordered by range, disjoint; insertions at one place in the order in which they were added. */
    private final List<TextEdit> edits;

    private final List<TextRange> guards;
    /** Element i is how much longer the text has become before edit i. */
    private final int[] shifts;

    EditSet(SourceText source, List<TextEdit> edits, List<TextRange> guards) {
        this.source = source;
        this.edits = List.copyOf(edits);
        this.guards = List.copyOf(guards);
        this.shifts = new int[edits.size() + 1];
        for (int i = 0; i < edits.size(); i++) {
            shifts[i + 1] = shifts[i]
                    + edits.get(i).replacement().length()
                    - edits.get(i).range().length();
        }
    }

    /** Returns a set without edits. */
    public static EditSet empty(SourceText source) {
        return new EditSet(Objects.requireNonNull(source), List.of(), List.of());
    }

    /** The answer to {@link #plus}. */
    public sealed interface Addition {
        /** The larger set. */
        record Added(EditSet set) implements Addition {}

        /**
         * Nothing was added.
         *
         * @param edit the edit that cannot be made
         * @param with the range of the edit or of the guard that stands in its way, or the whole text if the edit lies
         *     outside of it
         */
        record Conflict(TextEdit edit, TextRange with) implements Addition {}
    }

    /** Returns this set with all edits of {@code change}, or the conflict that prevents it. */
    public Addition plus(FileChange.Edits change) {
        EditCollector collector = new EditCollector(source);
        collector.add(new FileChange.Edits(change.path(), edits, guards, List.of()));
        Optional<Addition.Conflict> conflict = collector.conflict(change);
        if (conflict.isPresent()) {
            return conflict.get();
        }
        collector.add(change);
        return new Addition.Added(collector.set());
    }

    public SourceText source() {
        return source;
    }

    /** Returns the edits, ordered by position. */
    public List<TextEdit> edits() {
        return edits;
    }

    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Returns the text with all edits made. */
    public String apply() {
        String text = source.text();
        StringBuilder out = new StringBuilder(text.length() + shifts[edits.size()]);
        int position = 0;
        for (TextEdit edit : edits) {
            out.append(text, position, edit.range().start()).append(edit.replacement());
            position = edit.range().end();
        }
        return out.append(text, position, text.length()).toString();
    }

    /**
     * Returns where the character at {@code original} stands after the edits, or empty if it was deleted or replaced. The
     * length of the text maps to the new length.
     */
    public OptionalInt mapOffset(int original) {
        int index = firstEditEndingAfter(original);
        if (index < edits.size()) {
            TextRange range = edits.get(index).range();
            if (range.start() <= original && !range.isEmpty()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(original + shifts[index]);
    }

    /** Returns the smallest range after the edits that holds what is left of {@code original} and what replaced it. */
    public TextRange mapRange(TextRange original) {
        int start = mapped(original.start());
        int endIndex = firstEditFrom(original.end());
        int end = original.end() + shifts[endIndex];
        if (endIndex > 0) {
            TextEdit last = edits.get(endIndex - 1);
            if (last.range().end() > original.end()) {
                end = last.range().start()
                        + shifts[endIndex - 1]
                        + last.replacement().length();
            }
        }
        return new TextRange(start, Math.max(start, end));
    }

    private int mapped(int original) {
        int index = firstEditEndingAfter(original);
        if (index < edits.size() && edits.get(index).range().start() < original) {
            return edits.get(index).range().start() + shifts[index];
        }
        return original + shifts[index];
    }

    /**
     * Returns where in the original text the character at {@code changed}, an offset after the edits, comes from; for a
     * character that an edit brought, the start of the range that it replaced.
     */
    public int originalOffset(int changed) {
        int low = 0;
        int high = edits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            TextEdit edit = edits.get(middle);
            int end = edit.range().start() + shifts[middle] + edit.replacement().length();
            if (end <= changed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean brought =
                low < edits.size() && changed >= edits.get(low).range().start() + shifts[low];
        return brought ? edits.get(low).range().start() : changed - shifts[low];
    }

    /** Returns whether an edit changes the range, or inserts behind its start and no later than at its end. */
    public boolean touches(TextRange range) {
        int next = firstEditFrom(range.start() + 1);
        boolean behind = next < edits.size() && edits.get(next).range().start() <= range.end();
        return behind || (next > 0 && edits.get(next - 1).range().overlaps(range));
    }

    /** Returns the index of the first edit that starts at an offset or behind it. */
    private int firstEditFrom(int offset) {
        int low = 0;
        int high = edits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edits.get(middle).range().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the index of the first edit that an offset is not behind. */
    private int firstEditEndingAfter(int offset) {
        int low = 0;
        int high = edits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edits.get(middle).range().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

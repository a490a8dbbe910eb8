package dev.drydock.yaml.edit;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the edits of a plan and puts them in order. */
final class EditCollector {
    private final SourceText source;
    private final List<Placed> insertions = new ArrayList<>();
    private final List<Placed> replacements = new ArrayList<>();

    EditCollector(SourceText source) {
        this.source = source;
    }

    /** Whether text at one offset belongs to what stands before or to what stands after that offset. */
    enum Side {
        AFTER_PREVIOUS,
        BEFORE_NEXT
    }

    /**
     * An edit and what decides its place among others at one offset: what is nested deeper comes first, because it still
     * belongs to what stands before.
     */
    private record Placed(TextEdit edit, int depth, Side side, int order, boolean removesLines) {}

    void insert(int offset, String text, int depth, Side side, int order) {
        insertions.add(new Placed(TextEdit.insert(offset, text), depth, side, order, false));
    }

    void replace(TextRange range, String text) {
        replacements.add(new Placed(TextEdit.replace(range, text), 0, Side.AFTER_PREVIOUS, 0, false));
    }

    /** Deletes whole lines, leaving {@code text}, which ends with a line ending unless it is empty. */
    void removeLines(TextRange range, String text) {
        replacements.add(new Placed(TextEdit.replace(range, text), 0, Side.AFTER_PREVIOUS, 0, true));
    }

    boolean hasInsertionIn(int start, int end) {
        return insertions.stream()
                .map(placed -> placed.edit().range().start())
                .anyMatch(offset -> start <= offset && offset <= end);
    }

    /** Returns the edits, disjoint and ordered, insertions at one offset joined. */
    List<TextEdit> edits() throws RefusedException {
        insertions.sort(Comparator.comparing((Placed placed) -> placed.edit().range())
                .thenComparing(Comparator.comparing(Placed::depth).reversed())
                .thenComparing(Placed::side)
                .thenComparing(Placed::order));
        List<TextEdit> edits = new ArrayList<>();
        for (Placed placed : insertions) {
            int last = edits.size() - 1;
            if (last >= 0 && edits.get(last).range().equals(placed.edit().range())) {
                String joined = edits.get(last).replacement() + placed.edit().replacement();
                edits.set(last, new TextEdit(placed.edit().range(), joined));
            } else {
                edits.add(placed.edit());
            }
        }
        edits.addAll(keepMissingFinalNewline());
        edits.removeIf(TextEdit::isNoOp);
        edits.sort(Comparator.comparing(TextEdit::range));
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i - 1).range().end() > edits.get(i).range().start()) {
                throw new RefusedException(
                        "two changes of the same text", edits.get(i).range());
            }
        }
        return edits;
    }

    /** Lines at the end of a text without final newline take the newline before them along. */
    private List<TextEdit> keepMissingFinalNewline() {
        List<TextEdit> edits = new ArrayList<>();
        int tail = source.endsWithNewline() ? -1 : source.length();
        replacements.sort(Comparator.comparing(placed -> placed.edit().range(), Comparator.reverseOrder()));
        for (Placed placed : replacements) {
            TextEdit edit = placed.edit();
            if (placed.removesLines() && edit.isDeletion() && edit.range().end() == tail) {
                tail = edit.range().start();
            } else {
                edits.add(edit);
            }
        }
        if (tail >= 0 && tail < source.length()) {
            int start = tail == 0 ? 0 : source.lineContentEndAt(tail - 1);
            edits.add(TextEdit.delete(new TextRange(start, source.length())));
        }
        return edits;
    }
}

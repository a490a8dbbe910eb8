package dev.drydock.edit;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers the edits of many changes of one text; what fits together is said by {@link EditSet}. */
final class EditCollector {
    private final SourceText source;
    /** Invariant: the ranges are disjoint, so that their ends have the order of their starts. */
    private final NavigableMap<TextRange, List<TextEdit>> edits = new TreeMap<>();

    private final NavigableSet<TextRange> guards = new TreeSet<>();
    private int longestGuard;

    EditCollector(SourceText source) {
        this.source = source;
    }

    /** Returns what prevents that a change is added, or empty. */
    Optional<EditSet.Addition.Conflict> conflict(FileChange.Edits change) {
        for (TextEdit edit : change.edits()) {
            if (edit.range().end() > source.length()) {
                return conflict(edit, new TextRange(0, source.length()));
            }
            if (isKnown(edit)) {
                continue;
            }
            Optional<TextRange> obstacle = clash(edit.range()).or(() -> guard(edit.range()));
            if (obstacle.isPresent()) {
                return conflict(edit, obstacle.get());
            }
        }
        for (TextRange guard : change.guards()) {
            Optional<TextEdit> other = disturber(guard, change);
            if (other.isPresent()) {
                return conflict(other.get(), guard);
            }
        }
        return Optional.empty();
    }

    private static Optional<EditSet.Addition.Conflict> conflict(TextEdit edit, TextRange with) {
        return Optional.of(new EditSet.Addition.Conflict(edit, with));
    }

    /** Adds the edits of a change that has no conflict. */
    void add(FileChange.Edits change) {
        List<TextEdit> unknown =
                change.edits().stream().filter(edit -> !isKnown(edit)).toList();
        unknown.forEach(edit -> edits.computeIfAbsent(edit.range(), unseen -> new ArrayList<>(1))
                .add(edit));
        for (TextRange guard : change.guards()) {
            guards.add(guard);
            longestGuard = Math.max(longestGuard, guard.length());
        }
    }

    private boolean isKnown(TextEdit edit) {
        return edits.getOrDefault(edit.range(), List.of()).contains(edit);
    }

    private Optional<TextRange> clash(TextRange range) {
        TextRange found = null;
        for (TextRange other :
                edits.headMap(TextRange.at(range.end()), false).descendingMap().keySet()) {
            if (other.end() <= range.start()) {
                break;
            }
            found = clash(range, other) ? other : found;
        }
        return Optional.ofNullable(found);
    }

    private Optional<TextRange> guard(TextRange range) {
        TextRange first = TextRange.at(Math.max(0, range.start() - longestGuard));
        TextRange last = new TextRange(range.end(), Integer.MAX_VALUE);
        return guards.subSet(first, true, last, true).stream()
                .filter(guard -> disturbs(range, guard))
                .findFirst();
    }

    private Optional<TextEdit> disturber(TextRange guard, FileChange.Edits change) {
        TextEdit found = null;
        TextRange last = new TextRange(guard.end(), Integer.MAX_VALUE);
        for (Map.Entry<TextRange, List<TextEdit>> other :
                edits.headMap(last, true).descendingMap().entrySet()) {
            if (other.getKey().end() < guard.start()) {
                break;
            }
            if (disturbs(other.getKey(), guard)) {
                found = other.getValue().stream()
                        .filter(edit -> !change.edits().contains(edit))
                        .findFirst()
                        .orElse(found);
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean clash(TextRange one, TextRange other) {
        if (one.isEmpty() && other.isEmpty()) {
            return false;
        }
        return one.start() < other.end() && other.start() < one.end();
    }

    /** Returns whether an edit of {@code edit} changes something within {@code guard}; its borders are not within. */
    private static boolean disturbs(TextRange edit, TextRange guard) {
        return guard.isEmpty() ? edit.start() <= guard.start() && guard.start() <= edit.end() : clash(edit, guard);
    }

    /** Returns what has been gathered. */
    EditSet set() {
        List<TextEdit> all = new ArrayList<>();
        edits.values().forEach(all::addAll);
        return new EditSet(source, all, List.copyOf(guards));
    }
}

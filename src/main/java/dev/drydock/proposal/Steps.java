package dev.drydock.proposal;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.catalogue.CatalogueEntry;
import dev.drydock.engine.AppliedChange;
import dev.drydock.engine.FileDelta;
import dev.drydock.engine.RunResult;
import dev.drydock.engine.Schedule;
import dev.drydock.engine.Selection;
import dev.drydock.git.FileChange;
import dev.drydock.pullrequest.ChangeStep;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The changes of several projects as one sequence, a transform at a time. A transform that a project needs twice, with
 * others between, gives two steps.
 */
final class Steps {
    private final List<String> order;
    private final Map<Key, Map<String, String>> texts = new TreeMap<>();
    private final Map<Key, CatalogueEntry> entries = new HashMap<>();
    private boolean broken;

    /** Where a step stands: which round of the schedule, and where in it. */
    private record Key(int round, int index) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return round == other.round ? Integer.compare(index, other.index) : Integer.compare(round, other.round);
        }
    }

    Steps(Catalogue catalogue) {
        this.order = Schedule.of(catalogue, Selection.DEFAULT).stream()
                .map(CatalogueEntry::id)
                .toList();
    }

    void add(RunResult result) {
        Map<String, Optional<String>> now = new HashMap<>();
        Key key = new Key(0, -1);
        for (AppliedChange change : result.changes()) {
            int index = order.indexOf(change.transform());
            key = new Key(index < key.index() ? key.round() + 1 : key.round(), index);
            entries.put(key, change.entry());
            for (FileDelta delta : change.files()) {
                if (delta.secret()) {
                    continue;
                }
                String path = delta.path().value();
                Optional<String> before = now.getOrDefault(path, delta.before());
                broken |= !before.equals(delta.before());
                now.put(path, Optional.of(delta.after()));
                texts.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(path, delta.after());
            }
        }
    }

    /** Returns the steps that lead to {@code files}, or nothing if they do not. */
    List<ChangeStep> build(Map<String, FileChange> files) {
        Map<String, Optional<byte[]>> now = new HashMap<>();
        files.forEach((path, change) -> now.put(path, change.before()));
        List<ChangeStep> steps = new ArrayList<>();
        for (Map.Entry<Key, Map<String, String>> entry : texts.entrySet()) {
            List<FileChange> changes = new ArrayList<>();
            entry.getValue().forEach((path, text) -> {
                byte[] after = SourceText.of(text).encode();
                Optional<byte[]> before = now.getOrDefault(path, Optional.empty());
                FileChange change = before.map(old -> FileChange.edit(path, old, after))
                        .orElseGet(() -> FileChange.add(path, after));
                if (!change.isEmpty()) {
                    changes.add(change);
                }
                now.put(path, Optional.of(after));
            });
            if (!changes.isEmpty()) {
                CatalogueEntry transform = entries.get(entry.getKey());
                steps.add(new ChangeStep(transform.id(), transform.title(), changes));
            }
        }
        boolean arrives = now.size() == files.size()
                && files.values().stream()
                        .allMatch(file -> now.get(file.path())
                                .filter(text -> Arrays.equals(text, file.after()))
                                .isPresent());
        return broken || !arrives ? List.of() : steps;
    }
}

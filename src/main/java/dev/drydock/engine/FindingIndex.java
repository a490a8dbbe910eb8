package dev.drydock.engine;

import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Findings by what they say and where, to ask how many say the same about a place. */
final class FindingIndex {
    /** What is said of a file. */
    private record Key(ProjectPath path, String message) {}

    /** The places of which one thing is said. */
    private static final class Places {
        private final List<TextRange> sorted = new ArrayList<>();
        private int longest;

        long count(TextRange place) {
            int index = firstFrom(place.start() - longest);
            long count = 0;
            while (index < sorted.size() && sorted.get(index).start() <= place.end()) {
                TextRange range = sorted.get(index++);
                if (range.start() == place.start() || range.overlaps(place)) {
                    count++;
                }
            }
            return count;
        }

        private int firstFrom(int start) {
            int low = 0;
            int high = sorted.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted.get(middle).start() < start) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private final Map<Key, Places> places = new HashMap<>();

    FindingIndex(Stream<Finding> findings) {
        findings.forEach(finding -> {
            Places of = places.computeIfAbsent(key(finding), unseen -> new Places());
            of.sorted.add(finding.range());
            of.longest = Math.max(of.longest, finding.range().length());
        });
        places.values().forEach(of -> of.sorted.sort(null));
    }

    private static Key key(Finding finding) {
        return new Key(finding.path(), finding.message());
    }

    /** Returns how many findings say of {@code place} what {@code finding} says. */
    long count(Finding finding, TextRange place) {
        Places of = places.get(key(finding));
        return of == null ? 0 : of.count(place);
    }
}

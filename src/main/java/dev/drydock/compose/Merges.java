package dev.drydock.compose;

import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Mappings with their merge keys carried out: {@code <<: *a} and {@code <<: [*a, *b]}. A merge is shallow; an entry of the
 * mapping itself wins over merged ones wherever it stands, and an earlier merged mapping over a later one (YAML merge key
 * type, 1.1).
 *
 * <p>Results are remembered, because a mapping may be merged often, and the depth is bounded, because merges may be chained
 * without nesting.
 */
final class Merges {
    static final int MAX_DEPTH = 100;

    private final Map<YamlMapping, Map<String, YamlEntry>> known = new HashMap<>();

    /** Returns the entries that take effect by key: those of the mapping, then those that it merges. */
    Map<String, YamlEntry> entries(YamlMapping mapping) {
        return entries(mapping, 0);
    }

    private Map<String, YamlEntry> entries(YamlMapping mapping, int depth) {
        Map<String, YamlEntry> remembered = known.get(mapping);
        if (remembered != null) {
            return remembered;
        }
        Map<String, YamlEntry> entries = new LinkedHashMap<>();
        for (YamlEntry entry : mapping.entries()) {
            if (!entry.isMerge()) {
                entry.keyText().ifPresent(key -> entries.putIfAbsent(key, entry));
            }
        }
        // Set before the merges are followed, so that a mapping that merges itself ends here.
        known.put(mapping, entries);
        if (depth < MAX_DEPTH) {
            mapping.entries().stream()
                    .filter(YamlEntry::isMerge)
                    .flatMap(entry -> merged(entry.value()))
                    .forEach(source -> entries(source, depth + 1).forEach(entries::putIfAbsent));
        }
        return entries;
    }

    /** Returns all entries under a key, of the mapping and of those that it merges: the one that takes effect hides the others. */
    List<YamlEntry> all(YamlMapping mapping, String key) {
        List<YamlEntry> found = new ArrayList<>();
        Set<YamlMapping> seen = new HashSet<>();
        Deque<YamlMapping> open = new ArrayDeque<>(List.of(mapping));
        while (!open.isEmpty()) {
            YamlMapping next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            for (YamlEntry entry : next.entries()) {
                if (entry.isMerge()) {
                    merged(entry.value()).forEach(open::add);
                } else if (entry.hasKey(key)) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** Returns the first merge key of a document behind which more merges are chained than are followed. */
    static Optional<YamlEntry> tooDeep(YamlDocument document) {
        Map<YamlNode, Integer> depths = new HashMap<>();
        // An anchor precedes its aliases, so the depth of what is merged is known.
        for (YamlEntry merge :
                document.descendants(YamlEntry.class).filter(YamlEntry::isMerge).toList()) {
            int depth = 1
                    + merged(merge.value())
                            .mapToInt(source -> depths.getOrDefault(source, 0))
                            .max()
                            .orElse(0);
            if (depth > MAX_DEPTH) {
                return Optional.of(merge);
            }
            depths.merge(merge.mapping(), depth, Math::max);
        }
        return Optional.empty();
    }

    private static Stream<YamlMapping> merged(YamlNode value) {
        YamlNode target = value.resolved().orElse(value);
        List<YamlNode> sources =
                target instanceof YamlSequence sequence ? sequence.values().toList() : List.of(target);
        return sources.stream()
                .flatMap(source -> source.resolved().stream())
                .flatMap(source -> source.asMapping().stream());
    }
}

package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxNode;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was asked of one document, by the nodes it was asked for: from this both the edits and the proof are made. */
final class EditPlan {
    final Map<YamlNode, YamlValue> replaced = new LinkedHashMap<>();
    final Map<YamlEntry, String> renamed = new LinkedHashMap<>();
    final Map<YamlElement, CommentFate> deleted = new LinkedHashMap<>();
    /** By the entry or item that the insertions stand before. */
    final Map<YamlElement, List<Insertion>> before = new LinkedHashMap<>();
    /** By the entry or item that the insertions stand after. */
    final Map<YamlElement, List<Insertion>> after = new LinkedHashMap<>();
    /** By the missing scalar or the empty collection that the insertions fill. */
    final Map<YamlNode, List<Insertion>> into = new LinkedHashMap<>();

    private static final int AT_END = 1 << 24;

    private int count;

    /**
     * A new entry, or a new item.
     *
     * @param key empty for an item
     * @param order the place among all insertions of the plan; those for the end of the document come last
     * @param atTop whether it is an entry at the top of the document: one at the end stands behind the last comment, and one
     *     between others is divided from them as they are from each other
     */
    record Insertion(Optional<String> key, YamlValue value, int order, boolean atTop) {}

    Insertion insertion(Optional<String> key, YamlValue value, boolean atTop) {
        return new Insertion(key, value, atTop ? AT_END + count++ : count++, atTop);
    }

    static <K> void add(Map<K, List<Insertion>> insertions, K place, Insertion insertion) {
        List<Insertion> there = insertions.computeIfAbsent(place, unused -> new ArrayList<>());
        there.add(insertion);
        there.sort(Comparator.comparing(Insertion::order));
    }

    List<Insertion> before(YamlElement element) {
        return before.getOrDefault(element, List.of());
    }

    List<Insertion> after(YamlElement element) {
        return after.getOrDefault(element, List.of());
    }

    List<Insertion> into(YamlNode node) {
        return into.getOrDefault(node, List.of());
    }

    boolean isDeleted(YamlElement element) {
        return deleted.containsKey(element);
    }

    /** Returns whether something around {@code element} is deleted. */
    boolean isInsideDeleted(YamlElement element) {
        for (Optional<SyntaxNode> around = element.parent();
                around.isPresent();
                around = around.get().parent()) {
            if (around.get() instanceof YamlElement outer && isDeleted(outer)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the entries of a mapping or the items of a sequence. */
    static List<? extends YamlElement> elements(YamlNode collection) {
        if (collection instanceof YamlMapping mapping) {
            return mapping.entries();
        }
        return collection instanceof YamlSequence sequence ? sequence.items() : List.of();
    }

    /** Returns whether nothing is left of a collection, and nothing new comes into it. */
    boolean isEmptied(YamlNode collection) {
        List<? extends YamlElement> elements = elements(collection);
        return !elements.isEmpty()
                && elements.stream()
                        .allMatch(element -> isDeleted(element)
                                && before(element).isEmpty()
                                && after(element).isEmpty());
    }

    /** Returns whether the mapping has the key once the plan is carried out, as far as it is known now. */
    boolean hasKey(YamlMapping mapping, String key) {
        return mapping.entries().stream()
                .anyMatch(entry -> (entry.hasKey(key) && !isDeleted(entry) && !renamed.containsKey(entry))
                        || key.equals(renamed.get(entry))
                        || Stream.concat(before(entry).stream(), after(entry).stream())
                                .anyMatch(insertion -> insertion.key().equals(Optional.of(key))));
    }
}

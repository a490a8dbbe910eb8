package dev.drydock.yaml.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes random edits and holds each against the engine's own idea of what they do. Counts what was done and refused. */
final class RandomEdits {
    private static final String KEY = "drydock_new_key";
    private static final List<YamlValue> VALUES = List.of(
            YamlValue.string("plain"),
            YamlValue.string("yes"),
            YamlValue.string("8080:80"),
            YamlValue.string("it's \"quoted\": # no comment"),
            YamlValue.string("two\nlines\n"),
            YamlValue.bool(true),
            YamlValue.number(512),
            YamlValue.missing(),
            YamlValue.strings("ALL"),
            YamlValue.flowStrings("a", "b c"),
            YamlValue.map("limits", YamlValue.map().with("cpus", "0.5").with("pids", YamlValue.number(9))),
            YamlValue.list(YamlValue.map().with("source", "x").with("target", "y"), YamlValue.string("z")),
            YamlValue.list(),
            YamlValue.map());

    private final SplittableRandom random;
    final Map<String, Integer> counts = new TreeMap<>();

    RandomEdits(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Tries {@code count} edits of the first document of a text that has no errors. */
    void run(String text, int count) {
        YamlStream stream = YamlParser.parse(SourceText.of(text));
        if (stream.hasErrors() || stream.documents().isEmpty()) {
            return;
        }
        YamlDocument document = stream.documents().get(0);
        if (text.contains("!!merge")) {
            return; // The engine's loader carries merges out that are tagged as such, and then places differ.
        }
        List<YamlEntry> entries = document.descendants(YamlEntry.class).toList();
        List<YamlItem> items = document.descendants(YamlItem.class).toList();
        for (int i = 0; i < count; i++) {
            if (!items.isEmpty() && (entries.isEmpty() || random.nextInt(4) == 0)) {
                item(document, text, items.get(random.nextInt(items.size())));
            } else if (!entries.isEmpty()) {
                entry(document, text, entries.get(random.nextInt(entries.size())));
            }
        }
    }

    private YamlValue anyValue() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    private void entry(YamlDocument document, String text, YamlEntry entry) {
        YamlMapping mapping = entry.mapping();
        int index = mapping.entries().indexOf(entry);
        Optional<ObjectModel> model = ObjectModel.of(text);
        Optional<Map<Object, Object>> place = model.flatMap(all -> all.mapping(mapping));
        if (place.isEmpty() || place.get().size() != mapping.entries().size()) {
            counts.merge("not judged", 1, Integer::sum);
            return;
        }
        ObjectModel expected = model.get();
        Map<Object, Object> map = place.get();
        List<Map.Entry<Object, Object>> all = ObjectModel.entries(map);
        YamlEditor editor = new YamlEditor(document);
        YamlValue value = anyValue();
        Map.Entry<Object, Object> added = new SimpleEntry<>(KEY, ObjectModel.loaded(value));
        String verb;
        switch (random.nextInt(8)) {
            case 0 -> {
                verb = "insertAfter";
                editor.insertAfter(entry, KEY, value);
                all.add(index + 1, added);
            }
            case 1 -> {
                verb = "insertBefore";
                editor.insertBefore(entry, KEY, value);
                all.add(index, added);
            }
            case 2 -> {
                verb = "insertFirst+Last";
                editor.insertFirst(mapping, KEY, value).insertLast(mapping, KEY + "2", value);
                all.add(0, added);
                all.add(new SimpleEntry<>(KEY + "2", ObjectModel.loaded(value)));
            }
            case 3 -> {
                verb = "delete";
                editor.deleteEntry(entry);
                all.remove(index);
            }
            case 4 -> {
                verb = "renameKey";
                editor.renameKey(entry, KEY);
                all.set(index, new SimpleEntry<>(KEY, all.get(index).getValue()));
            }
            case 5 -> {
                verb = "replaceValue";
                editor.replaceValue(entry.value(), value);
                all.set(index, new SimpleEntry<>(all.get(index).getKey(), ObjectModel.loaded(value)));
            }
            case 6 -> {
                if (entry.value() instanceof YamlScalar scalar) {
                    verb = "replaceScalar";
                    editor.replaceScalar(scalar, "new: text");
                    all.set(index, new SimpleEntry<>(all.get(index).getKey(), "new: text"));
                } else {
                    verb = "insertInto";
                    editor.insertInto(entry, KEY, value);
                    if (entry.value() instanceof YamlMapping inner) {
                        expected.mapping(inner).orElseThrow().put(KEY, ObjectModel.loaded(value));
                    }
                }
            }
            default -> {
                verb = "insertTop+After";
                editor.insertTopLevelEntry(KEY + "2", value).insertAfter(entry, KEY, value);
                all.add(index + 1, added);
                ObjectModel.refill(map, all);
                if (document.root() instanceof YamlMapping root) {
                    expected.mapping(root).orElseThrow().put(KEY + "2", ObjectModel.loaded(value));
                    all = ObjectModel.entries(map);
                }
            }
        }
        ObjectModel.refill(map, all);
        check(verb, text, editor, expected, entry);
    }

    private void item(YamlDocument document, String text, YamlItem item) {
        YamlSequence sequence = item.sequence();
        Optional<ObjectModel> model = ObjectModel.of(text);
        Optional<List<Object>> place = model.flatMap(all -> all.list(sequence));
        if (place.isEmpty()) {
            counts.merge("not judged", 1, Integer::sum);
            return;
        }
        ObjectModel expected = model.get();
        List<Object> list = place.get();
        YamlEditor editor = new YamlEditor(document);
        YamlValue value = anyValue();
        Object loaded = ObjectModel.loaded(value);
        String verb;
        switch (random.nextInt(5)) {
            case 0 -> {
                verb = "append";
                editor.appendItem(sequence, value);
                list.add(loaded);
            }
            case 1 -> {
                verb = "insertItemBefore";
                editor.insertItemBefore(item, value);
                list.add(item.index(), loaded);
            }
            case 2 -> {
                verb = "insertItemAfter";
                editor.insertItemAfter(item, value).appendItem(sequence, value);
                list.add(item.index() + 1, loaded);
                list.add(loaded);
            }
            case 3 -> {
                verb = "deleteItem";
                editor.deleteItem(item);
                list.remove(item.index());
            }
            default -> {
                verb = "replaceItem";
                editor.replaceValue(item.value(), value);
                list.set(item.index(), loaded);
            }
        }
        check(verb, text, editor, expected, item);
    }

    private void check(String verb, String text, YamlEditor editor, ObjectModel expected, YamlElement place) {
        YamlEdits result = editor.finish();
        Optional<List<TextEdit>> edits = result.edits();
        if (edits.isEmpty()) {
            String reason = result.refusal().orElseThrow().reason();
            int detail = Stream.of(reason.indexOf(" at "), reason.indexOf(": "), reason.indexOf('"'))
                    .filter(position -> position > 0)
                    .min(Integer::compare)
                    .orElse(reason.length());
            counts.merge(verb + " refused, " + reason.substring(0, detail), 1, Integer::sum);
            return;
        }
        String after = EditProof.apply(text, edits.get());
        // Anchor and tag of a replaced value stay and change what it means, which the model of objects cannot follow.
        if (!(verb.startsWith("replace") && hasProperties(place))) {
            assertThat(ObjectModel.of(after).orElseThrow().print())
                    .as("%s at %s of\n%s\nwhich became\n%s", verb, place.path(), text, after)
                    .isEqualTo(expected.print());
        }
        counts.merge(verb + " done", 1, Integer::sum);
    }

    private static boolean hasProperties(YamlElement place) {
        YamlNode value = place instanceof YamlEntry entry ? entry.value() : ((YamlItem) place).value();
        return value.anchor().isPresent() || value.tag().isPresent();
    }

    /** Returns the counts, one a line. */
    String report() {
        List<String> lines = new ArrayList<>();
        counts.forEach((what, count) -> lines.add(count + " " + what));
        return String.join("\n", lines);
    }
}

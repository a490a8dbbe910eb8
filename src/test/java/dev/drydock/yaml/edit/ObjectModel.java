package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What a YAML text means to the engine's own loader: an oracle that knows nothing of our tree. Aliased nodes are shared
 * objects in it, so a change below an anchor shows at every alias, as it does in the text.
 */
final class ObjectModel {
    private final List<Object> documents = new ArrayList<>();

    private ObjectModel(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(10_000)
                .setCodePointLimit(1 << 24)
                .setAllowNonScalarKeys(true)
                .setTagConstructors(
                        Map.of(new Tag("!reset"), node -> "reset", new Tag("!override"), node -> "override"))
                .build();
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        new Load(settings).loadAllFromString(withoutMark).forEach(documents::add);
    }

    /** Returns the model, or empty if the loader refuses the text, as it does for tags that it does not know. */
    static Optional<ObjectModel> of(String text) {
        try {
            return Optional.of(new ObjectModel(text));
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /** Returns the object at the place of an element of the first document; by position, since keys may be anything. */
    private Object at(YamlElement element) {
        Deque<Integer> path = new ArrayDeque<>();
        SyntaxElement place = element;
        while (!(place instanceof YamlDocument)) {
            if (place instanceof YamlEntry entry) {
                if (element != entry && entry.key().range().contains(element.range())) {
                    return null; // A place inside of a key.
                }
                path.push(entry.mapping().entries().indexOf(entry));
            } else if (place instanceof YamlItem item) {
                path.push(item.index());
            }
            place = place.parent().orElseThrow();
        }
        Object object = documents.get(0);
        for (int index : path) {
            if (object instanceof Map<?, ?> map && index < map.size()) {
                object = valueAt(map, index);
            } else if (object instanceof List<?> list && index < list.size()) {
                object = list.get(index);
            } else {
                return null; // Something that the loader makes of a tag: a set, pairs, binary data.
            }
        }
        return object;
    }

    private static Object valueAt(Map<?, ?> map, int index) {
        return new ArrayList<>(map.values()).get(index);
    }

    @SuppressWarnings("unchecked")
    Optional<Map<Object, Object>> mapping(YamlElement element) {
        return at(element) instanceof Map<?, ?> map ? Optional.of((Map<Object, Object>) map) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    Optional<List<Object>> list(YamlElement element) {
        return at(element) instanceof List<?> list ? Optional.of((List<Object>) list) : Optional.empty();
    }

    /** Replaces the content of {@code map} by that of {@code entries}, keeping its identity. */
    static void refill(Map<Object, Object> map, List<Map.Entry<Object, Object>> entries) {
        map.clear();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    }

    static List<Map.Entry<Object, Object>> entries(Map<Object, Object> map) {
        List<Map.Entry<Object, Object>> entries = new ArrayList<>();
        map.forEach((key, value) -> entries.add(new SimpleEntry<>(key, value)));
        return entries;
    }

    /** Returns what a value would be once loaded. */
    static Object loaded(YamlValue value) {
        if (value instanceof YamlValue.ListValue list) {
            return new ArrayList<>(
                    list.items().stream().map(ObjectModel::loaded).toList());
        }
        if (value instanceof YamlValue.MapValue map) {
            Map<Object, Object> loaded = new LinkedHashMap<>();
            map.entries().forEach(entry -> loaded.put(entry.getKey(), loaded(entry.getValue())));
            return loaded;
        }
        YamlValue.Scalar scalar = (YamlValue.Scalar) value;
        return switch (scalar.kind()) {
            case STRING -> scalar.text();
            case LITERAL -> new Load(LoadSettings.builder().build()).loadFromString(scalar.text());
            case MISSING -> null;
        };
    }

    /** Returns a text that two models have in common if and only if they mean the same, order included. */
    String print() {
        StringBuilder out = new StringBuilder();
        documents.forEach(document -> print(out, document));
        return out.toString();
    }

    private static void print(StringBuilder out, Object object) {
        if (object instanceof Map<?, ?> map) {
            out.append('{');
            map.forEach((key, value) -> {
                print(out, key);
                out.append(": ");
                print(out, value);
                out.append(",\n");
            });
            out.append('}');
        } else if (object instanceof List<?> list) {
            out.append('[');
            list.forEach(item -> {
                print(out, item);
                out.append(",\n");
            });
            out.append(']');
        } else if (object instanceof byte[] bytes) {
            out.append("binary ").append(Arrays.toString(bytes));
        } else {
            out.append(object == null ? "null" : object.getClass().getSimpleName() + " " + object);
        }
    }
}

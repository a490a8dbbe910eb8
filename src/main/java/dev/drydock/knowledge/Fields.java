package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One mapping of a knowledge file while it is read. It remembers which keys were asked for, so that {@link #end} can refuse
 * the rest: a misspelt key would otherwise be a fact that silently does not count.
 */
final class Fields {
    private final String file;
    private final String key;
    private final Map<String, Object> values;
    /** Concurrent, because the mapping of a whole file is shared. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    Fields(String file, String key, Map<String, Object> values) {
        this.file = file;
        this.key = key;
        this.values = values;
    }

    /** The mapping {@code value}; an error if it is anything else. */
    static Fields of(String file, String key, Object value) {
        return new Fields(file, key, mapping(file, key, value));
    }

    static Map<String, Object> mapping(String file, String key, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new KnowledgeException(file, key, "a mapping is needed here");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name)) {
                throw new KnowledgeException(file, key, "the key " + entry.getKey() + " is not a string; quote it");
            }
            result.put(name, entry.getValue());
        }
        return result;
    }

    String file() {
        return file;
    }

    String key() {
        return key;
    }

    /** The keys in the order of the file. */
    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    boolean has(String name) {
        asked.add(name);
        return values.get(name) != null;
    }

    Optional<String> text(String name) {
        return has(name) ? Optional.of(scalar(name, value(name))) : Optional.empty();
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> error(name, "is missing"));
    }

    boolean flag(String name, boolean otherwise) {
        return optionalFlag(name).orElse(otherwise);
    }

    Optional<Boolean> optionalFlag(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (value(name) instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw error(name, "true or false is needed here");
    }

    OptionalInt number(String name) {
        if (!has(name)) {
            return OptionalInt.empty();
        }
        if (value(name) instanceof Integer number) {
            return OptionalInt.of(number);
        }
        throw error(name, "a whole number is needed here");
    }

    /** The list of strings; empty when the key is absent. */
    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!isList(name)) {
            throw error(name, "a list is needed here");
        }
        List<String> result = new ArrayList<>();
        for (Object value : (List<?>) value(name)) {
            result.add(scalar(name, value));
        }
        return List.copyOf(result);
    }

    /** The same as {@link #texts} for values of which the order means nothing; iteration follows the file. */
    Set<String> textSet(String name) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(texts(name)));
    }

    boolean isList(String name) {
        return value(name) instanceof List<?>;
    }

    boolean isText(String name) {
        return value(name) instanceof String;
    }

    /** The mapping from string to string in the order of the file; empty when the key is absent. */
    Map<String, String> textMap(String name) {
        Map<String, String> result = new LinkedHashMap<>();
        if (has(name)) {
            Fields nested = nested(name);
            nested.names().forEach(each -> result.put(each, nested.requiredText(each)));
        }
        return Collections.unmodifiableMap(result);
    }

    /** The mapping from string to strings in the order of the file; empty when the key is absent. */
    Map<String, List<String>> textsMap(String name) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        if (has(name)) {
            Fields nested = nested(name);
            nested.names().forEach(each -> result.put(each, nested.texts(each)));
        }
        return Collections.unmodifiableMap(result);
    }

    Optional<Fields> fields(String name) {
        return has(name) ? Optional.of(nested(name)) : Optional.empty();
    }

    /** The mappings under {@code name} by their keys; empty when the key is absent. */
    Map<String, Fields> fieldsMap(String name) {
        Map<String, Fields> result = new LinkedHashMap<>();
        fields(name).ifPresent(nested -> nested.names().forEach(each -> result.put(each, nested.nested(each))));
        return result;
    }

    List<Fields> fieldsList(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!isList(name)) {
            throw error(name, "a list is needed here");
        }
        List<Fields> result = new ArrayList<>();
        for (Object value : (List<?>) value(name)) {
            result.add(of(file, path(name) + "[" + result.size() + "]", value));
        }
        return List.copyOf(result);
    }

    /** These fields with those of {@code over} instead of or next to them; {@code without} is left out of both. */
    Fields overriddenBy(Fields over, String... without) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(over.values);
        List.of(without).forEach(merged::remove);
        return new Fields(file, over.key, merged);
    }

    /** Refuses the keys nobody asked for. */
    void end() {
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                throw error(name, "is not a known key");
            }
        }
    }

    KnowledgeException error(String name, String message) {
        return new KnowledgeException(file, path(name), message);
    }

    private Fields nested(String name) {
        asked.add(name);
        return of(file, path(name), value(name));
    }

    private Object value(String name) {
        return Block.resolve(values.get(name));
    }

    private String scalar(String name, Object value) {
        if (value instanceof String || value instanceof Integer) {
            return String.valueOf(value);
        }
        throw error(name, "a string is needed here" + (value instanceof Number ? "; quote the number" : ""));
    }

    private String path(String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}

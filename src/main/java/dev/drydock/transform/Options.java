package dev.drydock.transform;

import java.util.List;
import java.util.Map;

/**
 * The options of one transform. The values come from the configuration, checked against the page of the transform, so
 * that every getter finds a value of the declared type or none.
 *
 * @param values by name: a {@link Boolean}, an {@link Integer}, a {@link String} or a list of strings
 */
public record Options(Map<String, Object> values) {

    /** No option is set; every getter returns its default. */
    public static final Options NONE = new Options(Map.of());

    public Options {
        values = Map.copyOf(values);
    }

    public boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean value ? value : otherwise;
    }

    public int number(String name, int otherwise) {
        return values.get(name) instanceof Integer value ? value : otherwise;
    }

    public String text(String name, String otherwise) {
        return values.get(name) instanceof String value ? value : otherwise;
    }

    public List<String> list(String name, List<String> otherwise) {
        return values.get(name) instanceof List<?> value
                ? value.stream().map(String::valueOf).toList()
                : otherwise;
    }
}

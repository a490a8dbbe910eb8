package dev.drydock.forge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Reading access to an answer. What is missing or of another type than expected is empty, never an error. */
final class Json {
    private static final Json NOTHING = new Json(null);

    private final Object value;

    private Json(Object value) {
        this.value = value;
    }

    /** Returns the tree of {@code text}, or empty if it is not JSON. */
    static Optional<Json> parse(String text) {
        try {
            return Optional.of(new Json(JSON.std.anyFrom(text)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static String write(Object value) {
        return JSON.std.asString(value);
    }

    /** Returns the object with these keys and values, one after the other. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    Json at(String... path) {
        Object current = value;
        for (String key : path) {
            current = current instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return current == null ? NOTHING : new Json(current);
    }

    List<Json> items() {
        List<Json> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(new Json(item)));
        }
        return items;
    }

    String text() {
        return value instanceof String text
                ? text
                : value instanceof Number || value instanceof Boolean ? value.toString() : "";
    }

    long number() {
        if (value instanceof BigInteger) {
            return 0;
        }
        return value instanceof Number number ? number.longValue() : 0;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    boolean isFalse() {
        return Boolean.FALSE.equals(value);
    }

    boolean isPresent() {
        return value != null;
    }
}

package dev.drydock.model.npm;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Files that hold one JSON object. */
final class JsonFile {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonFile() {}

    /** Returns the members of the object, or empty if the file holds anything else. */
    static Optional<Map<String, Object>> object(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        try {
            return JSON.std.anyFrom(plain) instanceof Map<?, ?> map ? Optional.of(members(map)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns the members of a value; none if it is no object. */
    static Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
        }
        return members;
    }

    /** Returns the members of a value that are texts. */
    static Map<String, String> texts(Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        members(value).forEach((key, member) -> {
            if (member instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }
}

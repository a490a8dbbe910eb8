package dev.drydock.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * A JSON object from outside, of which nothing is certain: a member of another type than asked for counts as absent.
 * Errors of the JSON parser are not passed on, since they quote the text, which may hold a token.
 */
final class JsonObject {
    private static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<?, ?> members;

    private JsonObject(Map<?, ?> members) {
        this.members = members;
    }

    /** Returns the object that these bytes hold, or empty when they hold anything else. */
    static Optional<JsonObject> parse(byte[] json) {
        try {
            return JSON.std.anyFrom(json) instanceof Map<?, ?> map
                    ? Optional.of(new JsonObject(map))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Optional<String> string(String name) {
        return members.get(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    Optional<Long> number(String name) {
        return members.get(name) instanceof Number value ? Optional.of(value.longValue()) : Optional.empty();
    }

    /** Returns the object of this name, or one without members. */
    JsonObject object(String name) {
        return members.get(name) instanceof Map<?, ?> map ? new JsonObject(map) : EMPTY;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Returns the objects in the array of this name. */
    List<JsonObject> objects(String name) {
        return elements(name).stream()
                .filter(Map.class::isInstance)
                .map(element -> new JsonObject((Map<?, ?>) element))
                .toList();
    }

    /** Returns the strings in the array of this name. */
    List<String> strings(String name) {
        return elements(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private List<?> elements(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Returns the names of the members, in the order of the text. */
    List<String> names() {
        return members.keySet().stream().map(String::valueOf).toList();
    }
}

package dev.drydock.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** What an engine says as JSON. A member that is not there, or is of another type, counts as absent. */
record Json(Map<?, ?> members) {
    private static final Json EMPTY = new Json(Map.of());

    /** Returns the object that a text holds, or the first one of the list that it holds. */
    static Optional<Json> parse(String text) {
        try {
            Object value = JSON.std.anyFrom(text);
            Object first = value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
            return first instanceof Map<?, ?> map ? Optional.of(new Json(map)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns the object below these names, or an empty one. */
    Json at(String... names) {
        Json found = this;
        for (String name : names) {
            found = found.members.get(name) instanceof Map<?, ?> map ? new Json(map) : EMPTY;
        }
        return found;
    }

    Optional<String> text(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    long number(String name, long otherwise) {
        return members.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    List<String> names() {
        return members.keySet().stream().map(String::valueOf).toList();
    }

    List<String> texts(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    List<Json> objects(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> new Json((Map<?, ?>) each))
                        .toList()
                : List.of();
    }
}

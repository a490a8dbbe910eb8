package dev.drydock.yaml.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A value to be written, in the style of the file that it comes to stand in. */
public sealed interface YamlValue {

    /** How much of a {@link Scalar} is left to the file. */
    enum Kind {
        /** A string: quoted where some reader would take the text for something else, or where the file quotes. */
        STRING,
        /** A boolean or a number, written as it is. */
        LITERAL,
        /** Nothing: {@code key:}. */
        MISSING
    }

    record Scalar(String text, Kind kind) implements YamlValue {
        public Scalar {
            Objects.requireNonNull(text);
            Objects.requireNonNull(kind);
        }
    }

    /** A sequence; {@code flow} asks for brackets where the place would allow lines. */
    record ListValue(List<YamlValue> items, boolean flow) implements YamlValue {
        public ListValue {
            items = List.copyOf(items);
        }
    }

    /** A mapping; {@code flow} asks for braces where the place would allow lines. */
    record MapValue(List<Map.Entry<String, YamlValue>> entries, boolean flow) implements YamlValue {
        public MapValue {
            entries = List.copyOf(entries);
        }

        /** Returns this mapping with one more entry at its end. */
        public MapValue with(String key, YamlValue value) {
            List<Map.Entry<String, YamlValue>> more = new ArrayList<>(entries);
            more.add(Map.entry(key, value));
            return new MapValue(more, flow);
        }

        public MapValue with(String key, String value) {
            return with(key, string(value));
        }
    }

    static Scalar string(String text) {
        return new Scalar(text, Kind.STRING);
    }

    static Scalar bool(boolean value) {
        return new Scalar(Boolean.toString(value), Kind.LITERAL);
    }

    static Scalar number(long value) {
        return new Scalar(Long.toString(value), Kind.LITERAL);
    }

    /** Returns a number, boolean or null that is written exactly as {@code text}: {@code 0.50}, {@code 512m}. */
    static Scalar literal(String text) {
        return new Scalar(text, Kind.LITERAL);
    }

    static Scalar missing() {
        return new Scalar("", Kind.MISSING);
    }

    static ListValue list(YamlValue... items) {
        return new ListValue(List.of(items), false);
    }

    static ListValue strings(List<String> items) {
        return new ListValue(items.stream().<YamlValue>map(YamlValue::string).toList(), false);
    }

    static ListValue strings(String... items) {
        return strings(List.of(items));
    }

    /** Returns a list of strings in brackets: {@code [ALL]}. */
    static ListValue flowStrings(String... items) {
        return new ListValue(strings(items).items(), true);
    }

    static MapValue map() {
        return new MapValue(List.of(), false);
    }

    static MapValue map(String key, YamlValue value) {
        return map().with(key, value);
    }

    /** Returns a mapping in the order in which {@code entries} iterates. */
    static MapValue map(Map<String, YamlValue> entries) {
        return new MapValue(
                entries.entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .toList(),
                false);
    }
}

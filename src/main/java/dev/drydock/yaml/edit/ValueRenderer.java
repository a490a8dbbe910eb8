package dev.drydock.yaml.edit;

import dev.drydock.text.LineEnding;
import dev.drydock.yaml.edit.YamlValue.ListValue;
import dev.drydock.yaml.edit.YamlValue.MapValue;
import dev.drydock.yaml.edit.YamlValue.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Spells values in the style of a file. What it returns starts where the caller stands, without indentation of its first
 * line, and ends without a line ending.
 */
final class ValueRenderer {
    private final YamlStyle style;
    private final String lineEnding;

    ValueRenderer(YamlStyle style, LineEnding lineEnding) {
        this.style = style;
        this.lineEnding = lineEnding.characters();
    }

    /** Returns a block entry whose key stands at the 0-based {@code column}. */
    String entry(String key, YamlValue value, int column) {
        String head = key(key, false) + ":";
        Optional<String> inline = inline(value);
        if (inline.isPresent()) {
            return inline.get().isEmpty() ? head : head + " " + inline.get();
        }
        int inner = column + (value instanceof ListValue ? style.dashOffset() : style.step());
        return head + lineEnding + " ".repeat(inner) + block(value, inner);
    }

    /** Returns a block item whose dash stands at the 0-based {@code column}. */
    String item(YamlValue value, int column) {
        if (value instanceof MapValue && inline(value).isEmpty()) {
            return "- " + block(value, column + 2);
        }
        String text = flow(value, false);
        return text.isEmpty() ? "-" : "- " + text;
    }

    /** Returns a mapping or list that is not written inline, its first line at the 0-based {@code column}. */
    String block(YamlValue value, int column) {
        String between = lineEnding + " ".repeat(column);
        if (value instanceof ListValue list) {
            return list.items().stream().map(item -> item(item, column)).collect(Collectors.joining(between));
        }
        if (value instanceof MapValue map) {
            return map.entries().stream()
                    .map(entry -> entry(entry.getKey(), entry.getValue(), column))
                    .collect(Collectors.joining(between));
        }
        throw new IllegalArgumentException("a scalar is written inline: " + value);
    }

    /** Returns how a value is written behind its key, or empty if it takes lines of its own. */
    Optional<String> inline(YamlValue value) {
        boolean lines = (value instanceof ListValue list
                        && !list.flow()
                        && !list.items().isEmpty())
                || (value instanceof MapValue map
                        && !map.flow()
                        && !map.entries().isEmpty());
        return lines ? Optional.empty() : Optional.of(flow(value, false));
    }

    /** Returns a value on one line; {@code inFlow} says whether that is inside brackets or braces already. */
    String flow(YamlValue value, boolean inFlow) {
        if (value instanceof Scalar scalar) {
            return scalar(scalar, inFlow);
        }
        if (value instanceof ListValue list) {
            return joined(
                    "[", list.items().stream().map(item -> flow(item, true)).toList(), "]");
        }
        MapValue map = (MapValue) value;
        return joined("{", map.entries().stream().map(this::flowEntry).toList(), "}");
    }

    String flowEntry(Map.Entry<String, YamlValue> entry) {
        String value = flow(entry.getValue(), true);
        return key(entry.getKey(), true) + (value.isEmpty() ? ":" : ": " + value);
    }

    String key(String key, boolean inFlow) {
        return YamlQuoter.quote(key, style.quotes(), inFlow);
    }

    private String scalar(Scalar scalar, boolean inFlow) {
        return switch (scalar.kind()) {
            case STRING -> YamlQuoter.quote(scalar.text(), style.quotes(), inFlow);
            case LITERAL -> scalar.text();
            case MISSING -> "";
        };
    }

    private static String joined(String open, List<String> parts, String close) {
        return open + String.join(", ", parts) + close;
    }
}

package dev.drydock.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of a packaged file that is read when it is first asked for. Most runs need a single image of a file with eighty, and
 * reading the others would be most of the start-up time.
 */
final class Block {
    private final Lazy<Object> value;

    /** {@code value} gives no null, which could not be kept. */
    Block(Supplier<Object> value) {
        this.value = new Lazy<>(value);
    }

    private Block(String key, String text, Function<String, Map<String, Object>> parser) {
        // The files have no null at the top.
        this(() -> parser.apply(text).get(key));
    }

    Object value() {
        return value.get();
    }

    /** The value itself, whether it is parsed already or not. */
    static Object resolve(Object value) {
        return value instanceof Block block ? block.value() : value;
    }

    /**
     * The entries of a file in which every line without indentation is a comment or starts an entry; empty when the text is
     * laid out otherwise, so that it must be parsed as a whole.
     */
    static Optional<Map<String, Object>> split(String text, Function<String, Map<String, Object>> parser) {
        Map<String, Object> result = new LinkedHashMap<>();
        String key = null;
        int start = 0;
        for (int line = 0; line < text.length(); line = nextLine(text, line)) {
            char first = text.charAt(line);
            if (first == ' ' || first == '#' || first == '\n') {
                continue;
            }
            if (key != null) {
                result.put(key, new Block(key, text.substring(start, line), parser));
            }
            Optional<String> next = key(text, line);
            if (next.isEmpty() || result.containsKey(next.get())) {
                return Optional.empty();
            }
            key = next.get();
            start = line;
        }
        if (key != null) {
            result.put(key, new Block(key, text.substring(start), parser));
        }
        return Optional.of(result);
    }

    /** The key that starts at {@code line}, plain or in double quotes without escapes. */
    private static Optional<String> key(String text, int line) {
        boolean quoted = text.charAt(line) == '"';
        if (!quoted && !Character.isLetterOrDigit(text.charAt(line))) {
            return Optional.empty();
        }
        int from = quoted ? line + 1 : line;
        int end = quoted ? text.indexOf('"', from) : from;
        while (!quoted && end < text.length() && !isColon(text, end)) {
            if (text.charAt(end) == '\n') {
                return Optional.empty();
            }
            end++;
        }
        boolean complete = end >= 0 && isColon(text, quoted ? end + 1 : end);
        String key = complete ? text.substring(from, end) : "";
        return key.isEmpty() || key.indexOf('\\') >= 0 || key.indexOf('\n') >= 0 ? Optional.empty() : Optional.of(key);
    }

    /** A colon before a blank or a line break: that of a mapping. */
    private static boolean isColon(String text, int at) {
        return at < text.length()
                && text.charAt(at) == ':'
                && (at + 1 == text.length() || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '\n');
    }

    private static int nextLine(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end + 1;
    }
}

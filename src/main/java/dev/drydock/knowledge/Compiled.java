package dev.drydock.knowledge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of knowledge files as the build writes them: a start then needs no YAML parser, and a mapping that nobody asks
 * for costs nothing.
 *
 * <p>A value is a tag and what the tag says. Mappings and lists tell how long they are, so that a reader can skip them. A
 * number is in groups of seven bits, the lowest first, with the eighth bit set in all but the last.
 */
final class Compiled {
    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int INTEGER = 3;
    private static final int DOUBLE = 4;
    private static final int ASCII = 5;
    private static final int TEXT = 6;
    private static final int LIST = 7;
    private static final int MAPPING = 8;

    private final byte[] bytes;
    private int at;

    private Compiled(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Writes a mapping; an error names what the form has no place for. */
    static byte[] write(Map<?, ?> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        put(out, values);
        return out.toByteArray();
    }

    /** Reads what {@link #write} has written. A mapping in it is a {@link Block}, which is read when it is asked for. */
    static Map<String, Object> read(byte[] bytes) {
        return new Compiled(bytes, 0).mapping();
    }

    private static void put(ByteArrayOutputStream out, Object value) {
        if (value == null) {
            out.write(NULL);
        } else if (value instanceof Boolean flag) {
            out.write(flag ? TRUE : FALSE);
        } else if (value instanceof Integer number) {
            out.write(INTEGER);
            putNumber(out, number);
        } else if (value instanceof Double number) {
            out.write(DOUBLE);
            putText(out, number.toString());
        } else if (value instanceof String text) {
            putText(out, text);
        } else if (value instanceof List<?> list) {
            ByteArrayOutputStream items = new ByteArrayOutputStream();
            list.forEach(each -> put(items, each));
            putAll(out, LIST, list.size(), items);
        } else if (value instanceof Map<?, ?> map) {
            ByteArrayOutputStream entries = new ByteArrayOutputStream();
            map.forEach((key, each) -> {
                putText(entries, (String) key);
                put(entries, each);
            });
            putAll(out, MAPPING, map.size(), entries);
        } else {
            throw new IllegalArgumentException("no form for a value of " + value.getClass());
        }
    }

    private static void putAll(ByteArrayOutputStream out, int tag, int size, ByteArrayOutputStream content) {
        out.write(tag);
        putNumber(out, content.size());
        putNumber(out, size);
        out.writeBytes(content.toByteArray());
    }

    private static void putText(ByteArrayOutputStream out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write(utf8.length == text.length() ? ASCII : TEXT);
        putNumber(out, utf8.length);
        out.writeBytes(utf8);
    }

    private static void putNumber(ByteArrayOutputStream out, int number) {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private Map<String, Object> mapping() {
        at++;
        number();
        int size = number();
        Map<String, Object> entries = new LinkedHashMap<>(size * 4 / 3 + 1);
        for (int i = 0; i < size; i++) {
            String key = (String) value();
            entries.put(key, bytes[at] == MAPPING ? block() : value());
        }
        return entries;
    }

    private Block block() {
        int start = at;
        at++;
        int length = number();
        number();
        at += length;
        return new Block(() -> new Compiled(bytes, start).mapping());
    }

    private Object value() {
        int tag = bytes[at];
        return switch (tag) {
            case MAPPING -> mapping();
            case LIST -> list();
            default -> {
                at++;
                yield scalar(tag);
            }
        };
    }

    private Object scalar(int tag) {
        return switch (tag) {
            case NULL -> null;
            case FALSE -> false;
            case TRUE -> true;
            case INTEGER -> number();
            case DOUBLE -> Double.valueOf((String) value());
            case ASCII, TEXT -> text(tag);
            default -> throw new IllegalStateException("no tag: " + tag);
        };
    }

    private List<Object> list() {
        at++;
        number();
        int size = number();
        List<Object> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(value());
        }
        return items;
    }

    private String text(int tag) {
        int length = number();
        int start = at;
        at += length;
        return new String(bytes, start, length, tag == ASCII ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private int number() {
        int number = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            number |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return number;
    }
}

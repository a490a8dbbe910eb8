package dev.drydock.dockerfile.parse;

import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a strict JSON array of strings (RFC 8259), with positions. Anything else is no array for Docker either, and the
 * instruction falls back to the shell form.
 */
final class JsonStrings {
    /** One string: its range with the quotes, and its decoded value. */
    record Element(TextRange range, String value) {}

    private final String text;
    private final int end;
    private int position;

    private JsonStrings(String text, int start, int end) {
        this.text = text;
        this.position = start;
        this.end = end;
    }

    /** Returns the strings of the array that is exactly {@code text[start, end)}, or empty if it is not one. */
    static Optional<List<Element>> read(String text, int start, int end) {
        return new JsonStrings(text, start, end).array();
    }

    private Optional<List<Element>> array() {
        List<Element> elements = new ArrayList<>();
        if (!accept('[')) {
            return Optional.empty();
        }
        skipBlanks();
        if (!accept(']')) {
            do {
                skipBlanks();
                Optional<Element> element = string();
                if (element.isEmpty()) {
                    return Optional.empty();
                }
                elements.add(element.get());
                skipBlanks();
            } while (accept(','));
            if (!accept(']')) {
                return Optional.empty();
            }
        }
        return position == end ? Optional.of(elements) : Optional.empty();
    }

    private Optional<Element> string() {
        int start = position;
        if (!accept('"')) {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        while (position < end) {
            char c = text.charAt(position++);
            if (c == '"') {
                return Optional.of(new Element(new TextRange(start, position), value.toString()));
            }
            if (c < ' ' || (c == '\\' && !escape(value))) {
                return Optional.empty();
            }
            if (c != '\\') {
                value.append(c);
            }
        }
        return Optional.empty();
    }

    private boolean escape(StringBuilder value) {
        if (position >= end) {
            return false;
        }
        char c = text.charAt(position++);
        switch (c) {
            case '"', '\\', '/' -> value.append(c);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                return unicode(value);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean unicode(StringBuilder value) {
        if (position + 4 > end) {
            return false;
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(text.charAt(position++), 16);
            if (digit < 0) {
                return false;
            }
            code = code * 16 + digit;
        }
        value.append((char) code);
        return true;
    }

    private boolean accept(char c) {
        if (position < end && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (position < end && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }
}

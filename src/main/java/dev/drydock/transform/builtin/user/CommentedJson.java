package dev.drydock.transform.builtin.user;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * A JSON object as editors keep their settings: with comments, and with commas behind the last member.
 *
 * @param members by name; one of another type than asked for counts as absent
 */
record CommentedJson(Map<?, ?> members) {
    /** Returns the object, or empty if the text is none. */
    static Optional<CommentedJson> parse(String text) {
        try {
            return JSON.std.anyFrom(plain(text)) instanceof Map<?, ?> map
                    ? Optional.of(new CommentedJson(map))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    Optional<String> text(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Returns the texts of a list, or the only one. */
    List<String> texts(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : text(name).stream().toList();
    }

    /** Returns the object of this name, or one without members. */
    CommentedJson object(String name) {
        return new CommentedJson(members.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    /** Leaves comments and needless commas out. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int comma = -1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '"') {
                end = endOfString(text, at);
            } else if (text.startsWith("//", at)) {
                at = after(text, "\n", at);
                continue;
            } else if (text.startsWith("/*", at)) {
                at = after(text, "*/", at + 2);
                continue;
            } else if (comma >= 0 && (c == '}' || c == ']')) {
                out.setCharAt(comma, ' ');
            }
            if (c == ',') {
                comma = out.length();
            } else if (!Character.isWhitespace(c)) {
                comma = -1;
            }
            out.append(text, at, end);
            at = end;
        }
        return out.toString();
    }

    private static int endOfString(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}

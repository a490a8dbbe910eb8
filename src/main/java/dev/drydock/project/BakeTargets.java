package dev.drydock.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The targets of a bake file in HCL, with the strings that their attributes are set to. Reads what is asked for, blocks,
 * names, strings and comments, and passes over the rest.
 */
final class BakeTargets {
    private final String text;
    private int at;
    private final List<BakeTarget> targets = new ArrayList<>();
    private final Deque<Frame> open = new ArrayDeque<>();

    /**
     * One {@code target} block.
     *
     * @param name its label; empty if it has none
     * @param texts the attributes that are plain strings, without those that hold an expression
     * @param lists the strings within each attribute that is a list or a call, as they are written
     * @param maps the strings within each attribute that is an object, by their keys, as they are written
     */
    record BakeTarget(
            String name,
            Map<String, String> texts,
            Map<String, List<String>> lists,
            Map<String, Map<String, String>> maps) {
        static BakeTarget named(String name) {
            return new BakeTarget(name, new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /**
     * A bracket that is open.
     *
     * @param target the block that it belongs to, or null
     * @param attribute the attribute of the block whose value it is part of; empty for the block itself
     */
    private record Frame(BakeTarget target, String attribute, boolean isObject) {}

    private BakeTargets(String text) {
        this.text = text;
    }

    static List<BakeTarget> of(String text) {
        BakeTargets reader = new BakeTargets(text);
        reader.read();
        return reader.targets;
    }

    private void read() {
        String block = "";
        String label = "";
        String name = "";
        boolean assigned = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '"') {
                String value = string();
                if (open.isEmpty()) {
                    label = value;
                } else if (assigned || !open.peek().isObject()) {
                    take(name, value);
                } else {
                    name = value;
                }
                assigned = false;
            } else if (Character.isLetter(c) || c == '_') {
                name = word();
                block = open.isEmpty() && block.isEmpty() ? name : block;
                label = open.isEmpty() && !name.equals(block) ? name : label;
                assigned = false;
            } else {
                at++;
                if (c == '{' || c == '[' || c == '(') {
                    open.push(frame(block, label, name, c == '{'));
                } else if ((c == '}' || c == ']' || c == ')') && !open.isEmpty()) {
                    Frame closed = open.pop();
                    if (closed.target() != null && closed.attribute().isEmpty()) {
                        targets.add(closed.target());
                    }
                    block = open.isEmpty() ? "" : block;
                    label = open.isEmpty() ? "" : label;
                }
                assigned = c == '=' || c == ':' || (assigned && Character.isWhitespace(c) && c != '\n');
            }
        }
    }

    private Frame frame(String block, String label, String name, boolean isObject) {
        if (open.isEmpty()) {
            return new Frame(isObject && block.equals("target") ? BakeTarget.named(label) : null, "", true);
        }
        Frame around = open.peek();
        return new Frame(around.target(), around.attribute().isEmpty() ? name : around.attribute(), isObject);
    }

    private void take(String name, String value) {
        Frame frame = open.peek();
        if (frame.target() == null) {
            return;
        }
        if (frame.attribute().isEmpty()) {
            if (isPlain(value)) {
                frame.target().texts().put(name, value);
            }
        } else if (frame.isObject()) {
            frame.target()
                    .maps()
                    .computeIfAbsent(frame.attribute(), unused -> new HashMap<>())
                    .put(name, value);
        } else {
            frame.target()
                    .lists()
                    .computeIfAbsent(frame.attribute(), unused -> new ArrayList<>())
                    .add(value);
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isPlain(String value) {
        return value.indexOf('\\') < 0 && !value.contains("${");
    }

    /** Returns what stands between the quotes. */
    private String string() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, text.length());
        return text.substring(start, at++);
    }
}

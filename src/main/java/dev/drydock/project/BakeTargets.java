package dev.drydock.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The targets of a bake file in HCL, with the strings that their attributes are set to. Reads what is asked for, blocks,
 * names, strings and comments, and passes over the rest.
 */
final class BakeTargets {
    private final String text;
    private int at;
    private final List<Map<String, String>> targets = new ArrayList<>();

    private BakeTargets(String text) {
        this.text = text;
    }

    /** Returns the attributes of each {@code target} block that are plain strings, without those that hold an expression. */
    static List<Map<String, String>> of(String text) {
        BakeTargets reader = new BakeTargets(text);
        reader.read();
        return reader.targets;
    }

    private void read() {
        Deque<Optional<Map<String, String>>> open = new ArrayDeque<>();
        String block = "";
        String name = "";
        boolean assigned = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (c == '"') {
                Optional<String> value = string();
                if (assigned && !open.isEmpty() && open.peek().isPresent() && value.isPresent()) {
                    open.peek().get().put(name, value.get());
                }
                assigned = false;
            } else if (Character.isLetter(c) || c == '_') {
                name = word();
                block = open.isEmpty() && block.isEmpty() ? name : block;
                assigned = false;
            } else {
                at++;
                if (c == '{' || c == '[' || c == '(') {
                    boolean target = open.isEmpty() && c == '{' && block.equals("target");
                    open.push(target ? Optional.of(new HashMap<>()) : Optional.empty());
                } else if ((c == '}' || c == ']' || c == ')') && !open.isEmpty()) {
                    open.pop().ifPresent(targets::add);
                    block = open.isEmpty() ? "" : block;
                }
                assigned = c == '=' || (assigned && Character.isWhitespace(c) && c != '\n');
            }
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

    /** Returns what a string says; empty if an expression or an escape stands in it. */
    private Optional<String> string() {
        int start = ++at;
        boolean plain = true;
        while (at < text.length() && text.charAt(at) != '"') {
            plain &= text.charAt(at) != '\\' && !text.startsWith("${", at);
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, text.length());
        String value = text.substring(start, at++);
        return plain ? Optional.of(value) : Optional.empty();
    }
}

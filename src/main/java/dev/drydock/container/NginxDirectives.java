package dev.drydock.container;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads files in the format of nginx: words up to a semicolon or a brace. What is nested comes in the order of the text. */
final class NginxDirectives {
    private final String text;
    private final List<Directive> directives = new ArrayList<>();
    private final Deque<List<String>> blocks = new ArrayDeque<>();
    private final List<String> words = new ArrayList<>();
    private int at;

    /**
     * One directive.
     *
     * @param words its name and what stands behind it
     * @param block the words of the block around it; empty at the top
     */
    record Directive(List<String> words, List<String> block) {
        Directive {
            words = List.copyOf(words);
            block = List.copyOf(block);
        }

        String name() {
            return words.get(0);
        }
    }

    private NginxDirectives(String text) {
        this.text = text;
    }

    /** Returns the directives; that the text ends in the middle of one is no error. */
    static List<Directive> of(String text) {
        NginxDirectives reader = new NginxDirectives(text);
        reader.read();
        return List.copyOf(reader.directives);
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ';' || c == '{' || c == '}') {
                end(c);
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                words.add(c == '"' || c == '\'' ? quoted(c) : word());
            }
        }
    }

    private void end(char sign) {
        List<String> read = List.copyOf(words);
        words.clear();
        if (!read.isEmpty()) {
            directives.add(new Directive(read, blocks.isEmpty() ? List.of() : blocks.peek()));
        }
        if (sign == '{') {
            blocks.push(read);
        } else if (sign == '}') {
            blocks.poll();
        }
    }

    private String quoted(char quote) {
        int end = text.indexOf(quote, at + 1);
        int stop = end < 0 ? text.length() : end;
        String word = text.substring(at + 1, stop);
        at = Math.min(stop + 1, text.length());
        return word;
    }

    /** A brace behind a dollar sign belongs to the name of a variable. */
    private String word() {
        int start = at;
        boolean inName = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean opens = c == '{' && at > start && text.charAt(at - 1) == '$';
            if (Character.isWhitespace(c) || c == ';' || (c == '{' && !opens) || (c == '}' && !inName)) {
                break;
            }
            inName = opens || (inName && c != '}');
            at++;
        }
        return text.substring(start, at);
    }
}

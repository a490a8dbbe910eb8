package dev.drydock.model.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads which calls a source has, and which texts are given to them. For languages whose blocks and calls look like C's. */
public final class SourceCalls {
    private final String text;
    private final boolean hashComments;
    private final boolean singleQuotedTexts;
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Call> open = new ArrayDeque<>();
    private int line = 1;
    private int position;

    /**
     * A call.
     *
     * @param name with what stands before it, such as {@code exec.Command}; empty for other brackets
     * @param line of its opening bracket, from 1
     * @param texts the literals given to it
     */
    public record Call(String name, int line, List<String> texts) {}

    private SourceCalls(String text, boolean hashComments, boolean singleQuotedTexts) {
        this.text = text;
        this.hashComments = hashComments;
        this.singleQuotedTexts = singleQuotedTexts;
    }

    /**
     * Returns the calls in the order in which they end or begin; the texts outside of any call stand in one without a name.
     *
     * @param fileName tells the language by its ending
     */
    public static List<Call> read(String fileName, String text) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1);
        boolean hash = List.of("py", "rb", "php").contains(ending);
        boolean single = List.of("py", "rb", "php", "js", "mjs", "cjs", "ts", "jsx", "tsx")
                .contains(ending);
        return new SourceCalls(text, hash, single).read();
    }

    private List<Call> read() {
        Call outside = new Call("", 1, new ArrayList<>());
        calls.add(outside);
        open.push(outside);
        StringBuilder word = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position);
            if (isComment(c)) {
                skipComment(c);
            } else if (c == '"' || c == '`' || (c == '\'' && singleQuotedTexts)) {
                open.element().texts().add(literal(c));
                word.setLength(0);
            } else if (c == '\'') {
                skipCharacter();
            } else if (c == '(' || c == '[' || c == '{') {
                Call call = new Call(c == '(' ? word.toString() : "", line, new ArrayList<>());
                // A list within a call belongs to it.
                open.push(c == '(' ? call : new Call("", line, open.element().texts()));
                if (c == '(') {
                    calls.add(call);
                }
                word.setLength(0);
                position++;
            } else if (c == ')' || c == ']' || c == '}') {
                if (open.size() > 1) {
                    open.pop();
                }
                word.setLength(0);
                position++;
            } else {
                boolean part = Character.isLetterOrDigit(c) || "_.:!$".indexOf(c) >= 0;
                if (part) {
                    word.append(c);
                } else if (!Character.isWhitespace(c)) {
                    word.setLength(0);
                } else if (word.length() > 0 && word.charAt(word.length() - 1) != '.') {
                    word.setLength(0);
                }
                line += c == '\n' ? 1 : 0;
                position++;
            }
        }
        return List.copyOf(calls);
    }

    private boolean isComment(char c) {
        boolean slash = c == '/' && position + 1 < text.length() && "/*".indexOf(text.charAt(position + 1)) >= 0;
        return slash || (c == '#' && hashComments);
    }

    private void skipComment(char c) {
        boolean block = c == '/' && text.charAt(position + 1) == '*';
        int end = text.indexOf(block ? "*/" : "\n", position);
        int stop = end < 0 ? text.length() : block ? end + 2 : end;
        while (position < stop) {
            line += text.charAt(position++) == '\n' ? 1 : 0;
        }
    }

    private String literal(char quote) {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length() && text.charAt(position) != quote) {
            char c = text.charAt(position);
            if (c == '\n' && quote != '`') {
                return value.toString();
            }
            if (c == '\\' && quote != '`' && position + 1 < text.length()) {
                position++;
                c = text.charAt(position);
            }
            line += c == '\n' ? 1 : 0;
            value.append(c);
            position++;
        }
        position++;
        return value.toString();
    }

    /** Skips {@code 'x'}; a single quote may also begin a lifetime of Rust. */
    private void skipCharacter() {
        int end = text.indexOf('\'', position + 1);
        int longest = text.startsWith("\\", position + 1) ? 10 : 3;
        position = end > 0 && end - position <= longest ? end + 1 : position + 1;
    }
}

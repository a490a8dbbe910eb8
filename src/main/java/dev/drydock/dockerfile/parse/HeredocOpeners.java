package dev.drydock.dockerfile.parse;

import dev.drydock.dockerfile.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the here-documents that a line opens.
 *
 * <p>Source: BuildKit, {@code parser.heredocsFromLine}: the words of the whole line, cut by Docker's word lexer with a
 * backslash as the escape character whatever the directive says; a word that is {@code <<} or {@code <<-}, with an
 * optional descriptor before and one word behind, opens one. Blanks may stand between {@code <<} and the word. If the lexer fails anywhere on the line, none is opened.
 */
final class HeredocOpeners {
    /** Expansions within expansions beyond this depth count as an error; it bounds the recursion. */
    private static final int DEEPEST = 200;

    /** One opener. */
    record Opener(String name, boolean expand, boolean chomp) {}

    private HeredocOpeners() {}

    static List<Opener> of(String line) {
        if (!line.contains("<<")) {
            return List.of();
        }
        Optional<List<String>> words = words(line);
        if (words.isEmpty()) {
            return List.of();
        }
        List<Opener> openers = new ArrayList<>();
        for (String word : words.get()) {
            opener(word).ifPresent(openers::add);
        }
        return openers;
    }

    private static Optional<Opener> opener(String word) {
        int start = 0;
        while (start < word.length() && word.charAt(start) >= '0' && word.charAt(start) <= '9') {
            start++;
        }
        if (!word.startsWith("<<", start)) {
            return Optional.empty();
        }
        start += 2;
        boolean chomp = word.startsWith("-", start);
        start += chomp ? 1 : 0;
        while (start < word.length() && Blanks.isSpace(word.charAt(start))) {
            start++;
        }
        String rest = word.substring(start);
        if (rest.isEmpty() || rest.indexOf('<') >= 0) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        char quote = 0;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                quoted = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < rest.length()) {
                // Unlike in a shell, an escape does not stop expansion.
                name.append(rest.charAt(++i));
            } else {
                name.append(c);
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(new Opener(name.toString(), !quoted, chomp));
    }

    /** Returns the words of a line, quotes kept, or empty where BuildKit's lexer reports an error. */
    private static Optional<List<String>> words(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (Blanks.isSpace(c)) {
                if (start >= 0) {
                    words.add(line.substring(start, i));
                    start = -1;
                }
                i++;
                continue;
            }
            if (start < 0) {
                start = i;
            }
            int next = itemEnd(line, i, 0);
            if (next < 0) {
                return Optional.empty();
            }
            i = next;
        }
        if (start >= 0) {
            words.add(line.substring(start));
        }
        return Optional.of(words);
    }

    /** Returns the offset after the quoted string, escape, expansion or character at {@code i}, or -1 for an error. */
    private static int itemEnd(String line, int i, int depth) {
        char c = line.charAt(i);
        return switch (c) {
            case '\'' -> {
                int close = line.indexOf('\'', i + 1);
                yield close < 0 ? -1 : close + 1;
            }
            case '"' -> doubleQuotedEnd(line, i + 1, depth);
            case '\\' -> Math.min(i + 2, line.length());
            case '$' -> expansionEnd(line, i, depth);
            case '<' -> openerEnd(line, i);
            default -> i + 1;
        };
    }

    /** Blanks behind an opener belong to its word: {@code << EOF} is {@code <<EOF}. Source: processPossibleHeredoc. */
    private static int openerEnd(String line, int i) {
        if (!line.startsWith("<<", i)) {
            return i + 1;
        }
        int end = i + 2;
        while (end < line.length() && " \t\r".indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int doubleQuotedEnd(String line, int from, int depth) {
        int i = from;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\') {
                i += 2;
            } else if (c == '$') {
                i = expansionEnd(line, i, depth);
                if (i < 0) {
                    return -1;
                }
            } else {
                i++;
            }
        }
        return -1;
    }

    private static int expansionEnd(String line, int dollar, int depth) {
        int i = dollar + 1;
        if (i >= line.length() || line.charAt(i) != '{') {
            return i;
        }
        i++;
        if (i >= line.length() || "{}:".indexOf(line.charAt(i)) >= 0) {
            // ${ at the end, ${}, ${:...} and ${{...} are "bad substitutions".
            return -1;
        }
        int name = i;
        while (i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_')) {
            i++;
        }
        if (i == name) {
            // A special parameter is one character long.
            i++;
        }
        if (i >= line.length()) {
            return -1;
        }
        return line.charAt(i) == '}' ? i + 1 : modifierEnd(line, i, depth + 1);
    }

    private static int modifierEnd(String line, int from, int depth) {
        if (depth > DEEPEST) {
            return -1;
        }
        char c = line.charAt(from);
        boolean colon = c == ':';
        char operator = colon && from + 1 < line.length() ? line.charAt(from + 1) : c;
        if ((colon && "+-?".indexOf(operator) < 0) || "+-?#%/".indexOf(operator) < 0) {
            return -1;
        }
        int i = from + (colon ? 2 : 1);
        while (i < line.length()) {
            if (line.charAt(i) == '}') {
                return i + 1;
            }
            i = itemEnd(line, i, depth);
            if (i < 0) {
                return -1;
            }
        }
        return -1;
    }
}

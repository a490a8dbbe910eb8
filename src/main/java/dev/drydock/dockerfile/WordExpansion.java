package dev.drydock.dockerfile;

import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Docker's own word lexer makes of one word: quotes and escapes removed, variables found. This is not the grammar of
 * the shell: the escape character is that of the directive, and single quotes stop expansion.
 *
 * <p>Source: BuildKit, {@code frontend/dockerfile/shell/lex.go}.
 */
final class WordExpansion {
    private final String word;
    private final char escape;
    private final List<VariableReference> variables = new ArrayList<>();
    private final StringBuilder unquoted = new StringBuilder();
    private boolean malformed;
    private int position;

    private WordExpansion(String word, char escape) {
        this.word = word;
        this.escape = escape;
    }

    static WordExpansion of(String word, char escape) {
        WordExpansion expansion = new WordExpansion(word, escape);
        expansion.read();
        return expansion;
    }

    List<VariableReference> variables() {
        return List.copyOf(variables);
    }

    /** Returns the word without quotes, or empty if it holds a variable or Docker would reject it. */
    Optional<String> staticValue() {
        return variables.isEmpty() && !malformed ? Optional.of(unquoted.toString()) : Optional.empty();
    }

    /** Returns whether Docker's lexer reports an error: an unbalanced quote or brace. */
    boolean isMalformed() {
        return malformed;
    }

    private void read() {
        while (position < word.length()) {
            char c = word.charAt(position);
            if (c == '\'') {
                singleQuoted();
            } else if (c == '"') {
                doubleQuoted();
            } else if (c == '$') {
                dollar();
            } else if (c == escape) {
                position++;
                if (position < word.length()) {
                    unquoted.append(word.charAt(position++));
                }
            } else {
                unquoted.append(c);
                position++;
            }
        }
    }

    private void singleQuoted() {
        int close = word.indexOf('\'', position + 1);
        if (close < 0) {
            malformed = true;
            close = word.length();
        }
        unquoted.append(word, position + 1, close);
        position = Math.min(close + 1, word.length());
    }

    private void doubleQuoted() {
        position++;
        while (position < word.length() && word.charAt(position) != '"') {
            char c = word.charAt(position);
            if (c == '$') {
                dollar();
            } else if (c == escape && position + 1 < word.length()) {
                char next = word.charAt(position + 1);
                if (next != '"' && next != '$' && next != escape) {
                    unquoted.append(c);
                }
                unquoted.append(next);
                position += 2;
            } else {
                unquoted.append(c);
                position++;
            }
        }
        if (position >= word.length()) {
            malformed = true;
        } else {
            position++;
        }
    }

    private void dollar() {
        int start = position++;
        if (position < word.length() && word.charAt(position) == '{') {
            braces(start);
            return;
        }
        int end = nameEnd(position);
        if (end == position) {
            unquoted.append('$');
            return;
        }
        position = end;
        add(start, word.substring(start + 1, end), "", "");
    }

    private void braces(int start) {
        int nameStart = start + 2;
        int nameEnd = nameEnd(nameStart);
        int close = closingBrace(nameEnd);
        if (nameEnd == nameStart || close < 0) {
            malformed = true;
            position = word.length();
            return;
        }
        int operatorEnd = nameEnd;
        while (operatorEnd < close && ":+-?#%/".indexOf(word.charAt(operatorEnd)) >= 0 && operatorEnd < nameEnd + 2) {
            operatorEnd++;
        }
        if (operatorEnd == nameEnd && close != nameEnd) {
            malformed = true;
        }
        position = close + 1;
        add(
                start,
                word.substring(nameStart, nameEnd),
                word.substring(nameEnd, operatorEnd),
                word.substring(operatorEnd, close));
    }

    private void add(int start, String name, String operator, String argument) {
        variables.add(new VariableReference(name, operator, argument, new TextRange(start, position)));
    }

    private int closingBrace(int from) {
        int depth = 0;
        for (int i = from; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == escape) {
                i++;
            } else if (c == '{' && i > 0 && word.charAt(i - 1) == '$') {
                depth++;
            } else if (c == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private int nameEnd(int from) {
        int end = from;
        if (end < word.length() && (isDigit(word.charAt(end)) || "@*#?-$!".indexOf(word.charAt(end)) >= 0)) {
            // A positional or special parameter is one character long for Docker, as for a shell.
            return isDigit(word.charAt(end)) ? digitsEnd(end) : end + 1;
        }
        while (end < word.length() && (isDigit(word.charAt(end)) || isLetter(word.charAt(end)))) {
            end++;
        }
        return end;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (end < word.length() && isDigit(word.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}

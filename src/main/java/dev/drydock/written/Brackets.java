package dev.drydock.written;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Which bracket closes which. */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Brackets() {}

    /** Returns, for each lexeme that opens a bracket, the index of the one that closes it; 0 for all others. */
    static int[] match(List<Lexeme> lexemes) {
        int[] closing = new int[lexemes.size() + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() != Lexeme.Kind.SIGN || lexeme.text().length() != 1) {
                continue;
            }
            if (OPENING.contains(lexeme.text())) {
                open.push(i);
            } else if (CLOSING.contains(lexeme.text()) && !open.isEmpty()) {
                char opened = lexemes.get(open.peek()).text().charAt(0);
                if (OPENING.indexOf(opened) == CLOSING.indexOf(lexeme.text())) {
                    closing[open.pop()] = i;
                }
            }
        }
        return closing;
    }

    /** Returns, for each lexeme, the index of the innermost bracket around it, or -1. */
    static int[] enclosing(int size, int[] closing) {
        int[] around = new int[size];
        int[] stack = new int[size + 1];
        int depth = 0;
        for (int i = 0; i < size; i++) {
            while (depth > 0 && closing[stack[depth - 1]] <= i) {
                depth--;
            }
            around[i] = depth == 0 ? -1 : stack[depth - 1];
            if (closing[i] > i) {
                stack[depth++] = i;
            }
        }
        return around;
    }
}

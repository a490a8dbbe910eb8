package dev.drydock.dockerfile.parse;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** What interrupts one logical line in the file: continuations, and the comment and empty lines between them. */
final class Interruptions {
    private final SourceText source;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Interruptions(SourceText source) {
        this.source = source;
    }

    void add(DockerfileTokenKind kind, int start, int end) {
        tokens.add(new Token(kind, source, new TextRange(start, end)));
    }

    /** Hands over the tokens that start before the offset {@code file} and were not handed over yet. */
    void flushBefore(List<SyntaxElement> out, int file) {
        while (next < tokens.size() && tokens.get(next).range().start() < file) {
            out.add(tokens.get(next++));
        }
    }

    /** Hands over everything from one offset to another; what is not an interruption there is blanks. */
    void fill(List<SyntaxElement> out, int from, int to) {
        int position = from;
        while (position < to) {
            int end =
                    next < tokens.size() ? Math.min(to, tokens.get(next).range().start()) : to;
            if (end > position) {
                out.add(new Token(DockerfileTokenKind.BLANKS, source, new TextRange(position, end)));
                position = end;
            }
            if (position < to) {
                Token token = tokens.get(next++);
                out.add(token);
                position = token.range().end();
            }
        }
    }
}

package dev.drydock.written;

import java.util.List;

/**
 * A word, a text or a sign of a source.
 *
 * @param text the word, the sign, or the text without its quotes; unknown pieces of a text are {@link #HOLE}
 * @param line from 1
 * @param startsLine whether it is the first of its line
 * @param holes the names that stand in the holes of a text, in order; empty where it is no plain name
 */
record Lexeme(Kind kind, String text, int line, boolean startsLine, List<String> holes) {
    /** Stands for what is put into a text when it is evaluated. */
    static final char HOLE = '\0';

    enum Kind {
        WORD,
        TEXT,
        SIGN
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }
}

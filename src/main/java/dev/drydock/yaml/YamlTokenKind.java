package dev.drydock.yaml;

import dev.drydock.syntax.TokenKind;

/** The kinds of token of a YAML text. */
public enum YamlTokenKind implements TokenKind {
    BYTE_ORDER_MARK(true),
    /** Spaces and tabs between other tokens, indentation included. */
    BLANKS(true),
    /** One line break: LF, CRLF or CR. */
    NEWLINE(true),
    /** From {@code #} to the end of the line, the line break not included. */
    COMMENT(true),
    DIRECTIVE,
    /** {@code ---}. */
    DOCUMENT_START,
    /** {@code ...}. */
    DOCUMENT_END,
    /** {@code -} before an item of a block sequence. */
    DASH,
    /** {@code :} between a key and its value. */
    COLON,
    /** {@code ?} before an explicit key. */
    QUESTION,
    COMMA,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    OPEN_BRACE,
    CLOSE_BRACE,
    /** {@code &name}. */
    ANCHOR,
    /** {@code !name}, {@code !!name}, {@code !<uri>} or {@code !}. */
    TAG,
    /** {@code *name}. */
    ALIAS,
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** {@code |} with its lines; blank lines behind it that are no content are not part of it. */
    LITERAL,
    /** {@code >} with its lines; blank lines behind it that are no content are not part of it. */
    FOLDED,
    /** All of a text that cannot be read. */
    UNPARSED;

    private final boolean trivia;

    YamlTokenKind() {
        this(false);
    }

    YamlTokenKind(boolean trivia) {
        this.trivia = trivia;
    }

    @Override
    public boolean isTrivia() {
        return trivia;
    }

    /** Returns whether a token of this kind is the text of a scalar. */
    public boolean isScalar() {
        return compareTo(PLAIN) >= 0 && compareTo(FOLDED) <= 0;
    }
}

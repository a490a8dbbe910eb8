package dev.drydock.dockerfile;

import dev.drydock.syntax.TokenKind;

/** The tokens of a Dockerfile. */
public enum DockerfileTokenKind implements TokenKind {
    /** U+FEFF as the first character of the file. */
    BYTE_ORDER_MARK(true),
    /** Spaces, tabs and what else BuildKit takes for a blank. */
    BLANKS(true),
    /** The end of a line: any carriage returns, then the line feed. */
    NEWLINE(true),
    /** A whole comment line from {@code #} to before its line ending. */
    COMMENT(true),
    /** The escape character at the end of a line, blanks behind it, and the line ending. */
    CONTINUATION(true),
    /** A comment line between two continued lines, with its indentation and line ending. */
    CONTINUATION_COMMENT(true),
    /** An empty line between two continued lines, with its line ending. BuildKit warns about it. */
    CONTINUATION_BLANK(true),
    /** The name of an instruction, or {@code AS}, or {@code CMD} within HEALTHCHECK. */
    KEYWORD(false),
    /** {@code --name}, with its dashes. */
    FLAG_NAME(false),
    FLAG_VALUE(false),
    EQUALS(false),
    /** A piece of a word; a word has several if a continuation splits it. */
    WORD(false),
    JSON_STRING(false),
    LEFT_BRACKET(false),
    RIGHT_BRACKET(false),
    COMMA(false),
    /** A piece of the shell form of a command. */
    SHELL_TEXT(false),
    /** Arguments that are not divided further. */
    TEXT(false),
    /** The lines of a here-document, with their line endings. */
    HEREDOC_BODY(false),
    /** The terminator of a here-document, with leading tabs. */
    HEREDOC_END(false),
    DIRECTIVE(false);

    private final boolean trivia;

    DockerfileTokenKind(boolean trivia) {
        this.trivia = trivia;
    }

    @Override
    public boolean isTrivia() {
        return trivia;
    }
}

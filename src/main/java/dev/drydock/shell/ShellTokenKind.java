package dev.drydock.shell;

import dev.drydock.syntax.TokenKind;

/** The tokens of a shell script. */
public enum ShellTokenKind implements TokenKind {
    /** Spaces and tabs. */
    BLANK(true),
    /** A line ending that ends a command or stands where one may; see {@link AndOrList#terminator()}. */
    NEWLINE(true),
    /** A backslash and the line ending after it, which the shell removes. */
    CONTINUATION(true),
    /** From {@code #} to the end of the line. */
    COMMENT(true),
    /** {@code &&}. */
    AND(false),
    /** {@code ||}. */
    OR(false),
    /** {@code |} or {@code |&}. */
    PIPE(false),
    /** {@code ;}. */
    SEMICOLON(false),
    /** {@code &}. */
    AMPERSAND(false),
    /** {@code ;;}, {@code ;&} or {@code ;;&}. */
    CASE_END(false),
    LEFT_PAREN(false),
    RIGHT_PAREN(false),
    /** {@code !} before a pipeline. */
    BANG(false),
    /** A reserved word, braces and double brackets included. */
    KEYWORD(false),
    /** The name of a variable in {@code for}, of a function. */
    NAME(false),
    /** The file descriptor before a redirection. */
    IO_NUMBER(false),
    REDIRECT(false),
    HEREDOC_BODY(false),
    /** The line that ends a here-document, its line ending included. */
    HEREDOC_END(false),
    ASSIGNMENT_NAME(false),
    /** {@code =} or {@code +=}. */
    ASSIGN(false),
    /** Characters without a meaning of their own, glob characters included. */
    TEXT(false),
    /** A backslash and the character that it quotes. */
    ESCAPE(false),
    QUOTE(false),
    /** A whole {@code $name}. */
    VARIABLE(false),
    /** What opens an expansion: a dollar sign with a brace or a parenthesis, or a backquote. */
    OPEN(false),
    CLOSE(false),
    PARAMETER_NAME(false),
    PARAMETER_OPERATOR(false),
    /** Characters that are delimited but not understood. */
    OPAQUE(false);

    private final boolean trivia;

    ShellTokenKind(boolean trivia) {
        this.trivia = trivia;
    }

    @Override
    public boolean isTrivia() {
        return trivia;
    }
}

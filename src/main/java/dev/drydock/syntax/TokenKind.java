package dev.drydock.syntax;

/** What a token is. Each language has an enum of its own kinds. */
public interface TokenKind {
    /** Returns the name of the kind as tree dumps print it. */
    String name();

    /** Returns whether the token carries no meaning: blanks, comments, line endings, continuations. */
    boolean isTrivia();
}

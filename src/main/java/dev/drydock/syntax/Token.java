package dev.drydock.syntax;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.Objects;

/** A leaf: a run of characters that belong together. The tokens of a tree tile its text. */
public final class Token extends SyntaxElement {
    private final TokenKind kind;
    private final SourceText source;
    private final TextRange range;

    public Token(TokenKind kind, SourceText source, TextRange range) {
        this.kind = Objects.requireNonNull(kind);
        this.source = Objects.requireNonNull(source);
        this.range = Objects.requireNonNull(range);
    }

    public TokenKind kind() {
        return kind;
    }

    @Override
    public TextRange range() {
        return range;
    }

    @Override
    public SourceText source() {
        return source;
    }

    @Override
    public String toString() {
        return kind.name() + "@" + range + " " + TreeDump.quote(text());
    }
}

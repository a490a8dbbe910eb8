package dev.drydock.syntax;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.Optional;

/**
 * A node or a token of an immutable tree over one text.
 *
 * <p>Elements compare by identity: two equal words of a file are two elements. An element belongs to one tree for ever;
 * a change makes a new text and a new tree.
 */
public abstract sealed class SyntaxElement permits SyntaxNode, Token {
    /** Set once, by the constructor of the parent. Empty for a root. */
    SyntaxNode parent;

    SyntaxElement() {}

    /** Returns the range of this element in {@link #source()}. */
    public abstract TextRange range();

    /** Returns the text that the ranges of this tree speak of. */
    public abstract SourceText source();

    public Optional<SyntaxNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** Returns exactly the characters that this element covers. */
    public String text() {
        return source().slice(range());
    }

    /** Returns the nearest node of the given type above this element. */
    public <T extends SyntaxNode> Optional<T> ancestor(Class<T> type) {
        for (SyntaxNode node = parent; node != null; node = node.parent) {
            if (type.isInstance(node)) {
                return Optional.of(type.cast(node));
            }
        }
        return Optional.empty();
    }

    /** Returns the 1-based line on which this element starts. */
    public int line() {
        return source().line(range().start());
    }

    /** Returns the 1-based column, in code points, at which this element starts. */
    public int column() {
        return source().column(range().start());
    }
}

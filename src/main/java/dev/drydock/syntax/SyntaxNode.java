package dev.drydock.syntax;

import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An inner element: an ordered list of child elements, without gaps.
 *
 * <p>Nodes are built bottom up. The constructor adopts the children, and from then on nothing changes. Trivia (blanks,
 * comments, continuations) are ordinary children, so the characters of a node are the characters of its children.
 */
public abstract non-sealed class SyntaxNode extends SyntaxElement {
    private final List<SyntaxElement> children;
    private final TextRange range;
    private final SourceText source;

    /**
     * Adopts the children.
     *
     * @throws IllegalArgumentException if a child already has a parent or the children leave a gap
     */
    protected SyntaxNode(SourceText source, List<? extends SyntaxElement> children) {
        this(source, children, 0);
    }

    /** Adopts the children; {@code offset} is where the node stands if it has none. */
    protected SyntaxNode(SourceText source, List<? extends SyntaxElement> children, int offset) {
        this.source = Objects.requireNonNull(source);
        this.children = List.copyOf(children);
        int start =
                this.children.isEmpty() ? offset : this.children.get(0).range().start();
        int position = start;
        for (SyntaxElement child : this.children) {
            if (child.parent != null) {
                throw new IllegalArgumentException("already has a parent: " + child);
            }
            if (child.range().start() != position) {
                throw new IllegalArgumentException("gap before " + child + ", expected at " + position);
            }
            child.parent = this;
            position = child.range().end();
        }
        this.range = new TextRange(start, position);
    }

    /** Returns all children, trivia included, in the order of the text. */
    public final List<SyntaxElement> children() {
        return children;
    }

    @Override
    public final TextRange range() {
        return range;
    }

    @Override
    public final SourceText source() {
        return source;
    }

    /** Returns the child nodes of the given type, in the order of the text. */
    public final <T extends SyntaxNode> Stream<T> children(Class<T> type) {
        return children.stream().filter(type::isInstance).map(type::cast);
    }

    /** Returns the first child node of the given type. */
    public final <T extends SyntaxNode> Optional<T> firstChild(Class<T> type) {
        return children(type).findFirst();
    }

    /** Returns the first child token of the given kind. */
    public final Optional<Token> token(TokenKind kind) {
        return tokens(kind).findFirst();
    }

    /** Returns the child tokens of the given kind, in the order of the text. */
    public final Stream<Token> tokens(TokenKind kind) {
        return children.stream()
                .filter(Token.class::isInstance)
                .map(Token.class::cast)
                .filter(token -> token.kind() == kind);
    }

    /** Returns this node and all nodes below it that have the given type, parents before children. */
    public final <T extends SyntaxNode> Stream<T> descendants(Class<T> type) {
        Stream<T> below = children.stream()
                .filter(SyntaxNode.class::isInstance)
                .flatMap(child -> ((SyntaxNode) child).descendants(type));
        return type.isInstance(this) ? Stream.concat(Stream.of(type.cast(this)), below) : below;
    }

    /** Returns all tokens below this node, in the order of the text. */
    public final Stream<Token> leaves() {
        return children.stream()
                .flatMap(child -> child instanceof Token token ? Stream.of(token) : ((SyntaxNode) child).leaves());
    }

    /** Returns what this node means, attribute by attribute, for tree dumps; the default is nothing. */
    protected Map<String, String> attributes() {
        return Map.of();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "@" + range;
    }
}

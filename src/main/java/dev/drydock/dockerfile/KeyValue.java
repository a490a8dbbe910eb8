package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pair of ENV, LABEL or ARG: {@code PATH=/app/bin}. Without an equals sign it is the old form {@code ENV PATH
 * /app/bin}, or an ARG without a default.
 */
public final class KeyValue extends DockerfileNode {
    public KeyValue(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Returns the key as written, quotes included. */
    public Word key() {
        return firstChild(Word.class).orElseThrow();
    }

    /** Returns the key as Docker names it: quotes removed. */
    public String name() {
        return key().staticValue().orElse(key().value());
    }

    public Optional<Token> equalsToken() {
        return token(DockerfileTokenKind.EQUALS);
    }

    /** Returns the value; empty for an ARG without a default, and for {@code KEY=} with nothing behind it. */
    public Optional<Word> value() {
        return children(Word.class).skip(1).findFirst();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("name", name(), "form", equalsToken().isPresent() ? "pair" : "plain");
    }
}

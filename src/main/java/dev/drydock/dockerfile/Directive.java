package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Map;

/** A parser directive at the head of the file: {@code # syntax=docker/dockerfile:1}. */
public final class Directive extends DockerfileNode {
    private final String name;
    private final TextRange value;

    public Directive(SourceText source, String name, TextRange value, List<? extends SyntaxElement> children) {
        super(source, children);
        this.name = name;
        this.value = value;
    }

    /** Returns {@code syntax}, {@code escape} or {@code check}, in lower case. */
    public String name() {
        return name;
    }

    public String value() {
        return source().slice(value);
    }

    /** Returns where in the file the value stands. */
    public TextRange valueRange() {
        return value;
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("name", name, "value", value());
    }
}

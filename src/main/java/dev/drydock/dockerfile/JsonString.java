package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One string of the JSON form: {@code "node"} in {@code CMD ["node", "app.js"]}. */
public final class JsonString extends Argument {
    private final String value;
    private final WordExpansion expansion;

    public JsonString(SourceText source, String value, char escape, List<? extends SyntaxElement> children) {
        super(source, children);
        this.value = value;
        this.expansion = WordExpansion.of(value, escape);
    }

    /** Returns the decoded string. */
    @Override
    public String value() {
        return value;
    }

    /** Returns the variables that COPY, ADD and VOLUME would expand; commands in JSON form expand none. */
    @Override
    public List<VariableReference> variables() {
        return expansion.variables();
    }

    @Override
    public Optional<String> staticValue() {
        return expansion.variables().isEmpty() ? Optional.of(value) : Optional.empty();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("value", value);
    }
}

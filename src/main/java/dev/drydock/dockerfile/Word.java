package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A word of an instruction, such as {@code node:20} in {@code FROM node:20}. A continuation may split it; then it has
 * several tokens and its {@link #value()} is the joined text.
 */
public final class Word extends Argument {
    private final LogicalLine line;
    private final TextRange logical;
    private final WordExpansion expansion;

    public Word(LogicalLine line, TextRange logical, char escape, List<? extends SyntaxElement> children) {
        super(line.file(), children);
        this.line = line;
        this.logical = logical;
        this.expansion = WordExpansion.of(value(), escape);
    }

    @Override
    public String value() {
        return line.text().substring(logical.start(), logical.end());
    }

    /** Returns where the word stands in its logical line. */
    public TextRange logicalRange() {
        return logical;
    }

    /** Returns where in the file the characters {@code part} of {@link #value()} stand. */
    public TextRange inFile(TextRange part) {
        return line.toFile(part.shift(logical.start()));
    }

    @Override
    public List<VariableReference> variables() {
        return expansion.variables();
    }

    @Override
    public Optional<String> staticValue() {
        return expansion.staticValue();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return staticValue().map(value -> Map.of("value", value)).orElse(Map.of("raw", value()));
    }
}

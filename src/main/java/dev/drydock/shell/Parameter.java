package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A parameter expansion: {@code $name}, {@code ${name:-word}}. */
public final class Parameter extends WordPart {
    private final String name;
    private final String operator;

    public Parameter(SourceText source, List<? extends SyntaxElement> children, String name, String operator) {
        super(source, children);
        this.name = name;
        this.operator = operator;
    }

    /** Returns the name of the variable, its subscript not included, or the digit or character of a special one. */
    public String name() {
        return name;
    }

    /** Returns the operator, for example {@code :-}; for a length {@code #}, for an indirection {@code !}. */
    public Optional<String> operator() {
        return operator.isEmpty() ? Optional.empty() : Optional.of(operator);
    }

    /** Returns the word after the operator; empty if there is none. */
    public Optional<ShellWord> argument() {
        return children(ShellWord.class).reduce((first, last) -> last);
    }

    public boolean isBraced() {
        return token(ShellTokenKind.OPEN).isPresent();
    }

    @Override
    boolean appendValue(StringBuilder out) {
        return false;
    }

    @Override
    protected Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("name", name);
        operator().ifPresent(text -> attributes.put("operator", text));
        return attributes;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitParameter(this);
    }
}

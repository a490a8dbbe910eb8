package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A variable set before or instead of a command: {@code NAME=value}. */
public final class Assignment extends ShellNode {

    public Assignment(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Returns the name, with its subscript if it has one. */
    public String name() {
        return token(ShellTokenKind.ASSIGNMENT_NAME).orElseThrow().text();
    }

    public boolean isAppend() {
        return token(ShellTokenKind.ASSIGN).orElseThrow().text().equals("+=");
    }

    /** Returns the value; empty for {@code NAME=}. */
    public Optional<ShellWord> value() {
        return firstChild(ShellWord.class);
    }

    /** Returns the value after quote removal, without globbing, which assignments do not do; empty if it expands. */
    public Optional<String> staticValue() {
        Optional<ShellWord> value = value();
        if (value.isEmpty()) {
            return Optional.of("");
        }
        return value.get().hasTilde() ? Optional.empty() : value.get().literalValue();
    }

    @Override
    protected Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("name", name());
        staticValue().ifPresent(value -> attributes.put("value", value));
        return attributes;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitAssignment(this);
    }
}

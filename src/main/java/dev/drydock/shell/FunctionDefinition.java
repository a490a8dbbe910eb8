package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;

/** A function: {@code name() { a; }} or {@code function name { a; }}. */
public final class FunctionDefinition extends Command {

    public FunctionDefinition(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public String name() {
        return token(ShellTokenKind.NAME).orElseThrow().text();
    }

    public Command body() {
        return firstChild(Command.class).orElseThrow();
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("name", name());
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitFunctionDefinition(this);
    }
}

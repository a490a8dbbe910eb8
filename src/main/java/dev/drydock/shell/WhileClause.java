package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;

/** A loop with a condition: {@code while a; do b; done}, or {@code until}. */
public final class WhileClause extends Command {

    public WhileClause(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public boolean isUntil() {
        return token(ShellTokenKind.KEYWORD).orElseThrow().text().equals("until");
    }

    public CommandList condition() {
        return children(CommandList.class).findFirst().orElseThrow();
    }

    public CommandList body() {
        return children(CommandList.class).skip(1).findFirst().orElseThrow();
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("until", String.valueOf(isUntil()));
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitWhileClause(this);
    }
}

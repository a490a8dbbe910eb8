package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A list in a child shell, for example {@code (cd /src && make)}. */
public final class Subshell extends Command {

    public Subshell(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public CommandList body() {
        return firstChild(CommandList.class).orElseThrow();
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitSubshell(this);
    }
}

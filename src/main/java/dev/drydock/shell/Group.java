package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A list in the same shell, for example {@code { make; make install; }}. */
public final class Group extends Command {

    public Group(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public CommandList body() {
        return firstChild(CommandList.class).orElseThrow();
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitGroup(this);
    }
}

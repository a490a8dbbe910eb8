package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Optional;

/** The output of commands: {@code $(cmd)}, or the same in backquotes. */
public final class CommandSubstitution extends WordPart {

    public CommandSubstitution(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Returns the commands; empty if they stand in backquotes and hold a backslash, and so are not understood. */
    public Optional<CommandList> body() {
        return firstChild(CommandList.class);
    }

    @Override
    boolean appendValue(StringBuilder out) {
        return false;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitCommandSubstitution(this);
    }
}

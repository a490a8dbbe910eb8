package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A command as a file, in bash: {@code <(cmd)}. */
public final class ProcessSubstitution extends WordPart {

    public ProcessSubstitution(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public CommandList body() {
        return firstChild(CommandList.class).orElseThrow();
    }

    @Override
    boolean appendValue(StringBuilder out) {
        return false;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitProcessSubstitution(this);
    }
}

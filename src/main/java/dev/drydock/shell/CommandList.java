package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** Statements one after the other: the body of a script, of a group, of a branch; blanks around them included. */
public final class CommandList extends ShellNode {
    private final List<AndOrList> statements;

    public CommandList(SourceText source, List<? extends SyntaxElement> children, int offset) {
        super(source, children, offset);
        this.statements = listOf(AndOrList.class);
    }

    public List<AndOrList> statements() {
        return statements;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitCommandList(this);
    }
}

package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** The patterns of a {@code case} and what is done for them: {@code a|b) c;;}. */
public final class CaseItem extends ShellNode {

    public CaseItem(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public List<ShellWord> patterns() {
        return listOf(ShellWord.class);
    }

    /** Returns what is done, possibly nothing. */
    public CommandList body() {
        return firstChild(CommandList.class).orElseThrow();
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitCaseItem(this);
    }
}

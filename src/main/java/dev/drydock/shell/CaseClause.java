package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A choice by pattern: {@code case word in a|b) c;; esac}. */
public final class CaseClause extends Command {

    public CaseClause(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public ShellWord word() {
        return firstChild(ShellWord.class).orElseThrow();
    }

    public List<CaseItem> items() {
        return listOf(CaseItem.class);
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitCaseClause(this);
    }
}

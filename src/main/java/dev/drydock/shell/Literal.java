package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** Unquoted characters, or characters between double quotes, that stand for themselves. */
public final class Literal extends WordPart {

    public Literal(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    @Override
    boolean appendValue(StringBuilder out) {
        out.append(text());
        return true;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitLiteral(this);
    }
}

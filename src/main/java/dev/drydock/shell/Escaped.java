package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** A character quoted by a backslash: {@code \$}. */
public final class Escaped extends WordPart {

    public Escaped(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    @Override
    boolean appendValue(StringBuilder out) {
        out.append(text(), 1, text().length());
        return true;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitEscaped(this);
    }
}

package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** An arithmetic expansion: {@code $((1 + 2))}; its expression is not understood. */
public final class Arithmetic extends WordPart {

    public Arithmetic(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    @Override
    boolean appendValue(StringBuilder out) {
        return false;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitArithmetic(this);
    }
}

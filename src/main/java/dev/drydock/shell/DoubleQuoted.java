package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** Parts between double quotes: {@code "a $b"}. */
public final class DoubleQuoted extends WordPart {

    public DoubleQuoted(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public List<WordPart> parts() {
        return listOf(WordPart.class);
    }

    @Override
    boolean appendValue(StringBuilder out) {
        for (WordPart part : parts()) {
            if (!part.appendValue(out)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitDoubleQuoted(this);
    }
}

package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** Characters between single quotes: {@code '$x'}. */
public final class SingleQuoted extends WordPart {

    public SingleQuoted(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public String value() {
        return text().substring(1, text().length() - 1);
    }

    @Override
    boolean appendValue(StringBuilder out) {
        out.append(value());
        return true;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitSingleQuoted(this);
    }
}

package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;

/** A part that only bash knows: an array value, an extended glob, {@code $'a'}. Its value is not known. */
public final class OpaquePart extends WordPart {
    private final String reason;

    public OpaquePart(SourceText source, List<? extends SyntaxElement> children, String reason) {
        super(source, children);
        this.reason = reason;
    }

    /** Returns what the part is, in a phrase. */
    public String reason() {
        return reason;
    }

    @Override
    boolean appendValue(StringBuilder out) {
        return false;
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("reason", reason);
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitOpaquePart(this);
    }
}

package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;

/** A command whose end is known and whose meaning is not, for example {@code [[ $a == b* ]]} or {@code ((i++))}. */
public final class OpaqueCommand extends Command {
    private final String reason;

    public OpaqueCommand(SourceText source, List<? extends SyntaxElement> children, String reason) {
        super(source, children);
        this.reason = reason;
    }

    /** Returns what the command is, in a phrase. */
    public String reason() {
        return reason;
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("reason", reason);
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitOpaqueCommand(this);
    }
}

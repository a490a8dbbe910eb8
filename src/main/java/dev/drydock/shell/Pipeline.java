package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;

/** Commands whose output feeds the next, for example {@code ! curl -s x | grep y}; often a single command. */
public final class Pipeline extends ShellNode {
    private final List<Command> commands;
    private final boolean negated;
    /** Set once, by the constructor of the list around it. */
    private int position;

    public Pipeline(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
        this.commands = listOf(Command.class);
        this.negated = tokens(ShellTokenKind.BANG).count() % 2 == 1;
        for (int i = 0; i < commands.size(); i++) {
            commands.get(i).setPosition(i);
        }
    }

    public boolean isNegated() {
        return negated;
    }

    public List<Command> commands() {
        return commands;
    }

    /** Returns the 0-based position among the pipelines of the statement. */
    public int position() {
        return position;
    }

    void setPosition(int position) {
        this.position = position;
    }

    @Override
    protected Map<String, String> attributes() {
        return negated ? Map.of("negated", "true") : Map.of();
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitPipeline(this);
    }
}

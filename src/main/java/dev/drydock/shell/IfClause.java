package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A choice: {@code if a; then b; elif c; then d; else e; fi}. */
public final class IfClause extends Command {

    public IfClause(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** One condition and what is done when it holds. */
    public record Branch(CommandList condition, CommandList body) {}

    /** Returns the branches with a condition, {@code if} first. */
    public List<Branch> branches() {
        List<CommandList> lists = listOf(CommandList.class);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i + 1 < lists.size(); i += 2) {
            branches.add(new Branch(lists.get(i), lists.get(i + 1)));
        }
        return List.copyOf(branches);
    }

    public Optional<CommandList> elseBody() {
        List<CommandList> lists = listOf(CommandList.class);
        return lists.size() % 2 == 0 ? Optional.empty() : Optional.of(lists.get(lists.size() - 1));
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitIfClause(this);
    }
}

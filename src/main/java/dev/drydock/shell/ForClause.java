package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;

/** A loop over words: {@code for name in a b; do c; done}. */
public final class ForClause extends Command {

    public ForClause(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Returns the name of the variable. */
    public String variable() {
        return token(ShellTokenKind.NAME).orElseThrow().text();
    }

    /** Returns the words after {@code in}; empty also if there is no {@code in}, which means the parameters. */
    public List<ShellWord> words() {
        return listOf(ShellWord.class);
    }

    public CommandList body() {
        return firstChild(CommandList.class).orElseThrow();
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("variable", variable());
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitForClause(this);
    }
}

package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement: pipelines joined by {@code &&} and {@code ||}, for example {@code apt-get update && make || true}. */
public final class AndOrList extends ShellNode {

    /** What joins two pipelines. */
    public enum Operator {
        AND,
        OR
    }

    /** What ends a statement. */
    public enum Terminator {
        SEMICOLON,
        AMPERSAND,
        NEWLINE,
        NONE
    }

    private final List<Pipeline> pipelines;
    private final List<Operator> operators;
    private final Optional<Token> terminator;
    private final int firstOr;
    private final int lastOr;

    /** The terminator follows the statement as a child of the list around it; it is not part of this node. */
    public AndOrList(SourceText source, List<? extends SyntaxElement> children, Optional<Token> terminator) {
        super(source, children);
        this.pipelines = listOf(Pipeline.class);
        this.operators = children().stream()
                .filter(Token.class::isInstance)
                .map(child -> ((Token) child).kind())
                .filter(kind -> kind == ShellTokenKind.AND || kind == ShellTokenKind.OR)
                .map(kind -> kind == ShellTokenKind.AND ? Operator.AND : Operator.OR)
                .toList();
        this.terminator = terminator;
        this.firstOr = operators.indexOf(Operator.OR);
        this.lastOr = operators.lastIndexOf(Operator.OR);
        for (int i = 0; i < pipelines.size(); i++) {
            pipelines.get(i).setPosition(i);
        }
    }

    public List<Pipeline> pipelines() {
        return pipelines;
    }

    /** Returns the operators: element i stands between pipeline i and pipeline i + 1. */
    public List<Operator> operators() {
        return operators;
    }

    public Optional<Token> terminatorToken() {
        return terminator;
    }

    public Terminator terminator() {
        if (terminator.isEmpty()) {
            return Terminator.NONE;
        }
        return switch ((ShellTokenKind) terminator.get().kind()) {
            case SEMICOLON -> Terminator.SEMICOLON;
            case AMPERSAND -> Terminator.AMPERSAND;
            default -> Terminator.NEWLINE;
        };
    }

    /** Returns whether all operators are {@code &&}; true for a single pipeline. */
    public boolean isAndChain() {
        return firstOr < 0;
    }

    /** Returns whether an {@code ||} stands anywhere before the pipeline at {@code position}. */
    boolean hasOrBefore(int position) {
        return firstOr >= 0 && firstOr < position;
    }

    /** Returns whether an {@code ||} stands anywhere after the pipeline at {@code position}. */
    boolean hasOrAfter(int position) {
        return lastOr >= position;
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("terminator", terminator().name());
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitAndOrList(this);
    }
}

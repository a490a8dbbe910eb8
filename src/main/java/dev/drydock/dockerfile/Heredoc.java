package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Map;

/**
 * The body of a here-document of RUN, COPY or ADD, with its terminator. Its opener ({@code <<EOF}) stands in the
 * instruction line; bodies follow in the order of their openers. The first newline after the opener's line is not part
 * of it.
 */
public final class Heredoc extends DockerfileNode {
    private final String name;
    private final boolean expand;
    private final boolean chomp;
    private final boolean terminated;

    /**
     * Makes a here-document.
     *
     * @param expand whether the delimiter is unquoted, so that variables are expanded
     * @param chomp whether it was opened by {@code <<-}, so that leading tabs are dropped
     */
    public Heredoc(
            SourceText source,
            String name,
            boolean expand,
            boolean chomp,
            boolean terminated,
            List<? extends SyntaxElement> children) {
        super(source, children);
        this.name = name;
        this.expand = expand;
        this.chomp = chomp;
        this.terminated = terminated;
    }

    /** Returns the delimiter without quotes. */
    public String name() {
        return name;
    }

    public boolean expands() {
        return expand;
    }

    public boolean chomps() {
        return chomp;
    }

    public boolean isTerminated() {
        return terminated;
    }

    /** Returns the range of the lines between opener and terminator, empty if there are none. */
    public TextRange body() {
        return token(DockerfileTokenKind.HEREDOC_BODY)
                .map(token -> token.range())
                .orElse(TextRange.at(range().start()));
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("name", name, "expand", String.valueOf(expand), "chomp", String.valueOf(chomp));
    }
}

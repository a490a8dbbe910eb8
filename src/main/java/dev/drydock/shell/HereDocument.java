package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Optional;

/** The lines of a here-document and the line that ends it. They stand after the line that opens it. */
public final class HereDocument extends ShellNode {
    private final Redirect redirect;

    public HereDocument(SourceText source, List<? extends SyntaxElement> children, int offset, Redirect redirect) {
        super(source, children, offset);
        this.redirect = redirect;
        redirect.setHereDocument(this);
    }

    /** Returns the redirection that opens this here-document. */
    public Redirect redirect() {
        return redirect;
    }

    /** Returns the lines, with their line endings; empty if there are none. */
    public Optional<Token> body() {
        return token(ShellTokenKind.HEREDOC_BODY);
    }

    /** Returns whether the line with the delimiter is there. */
    public boolean isTerminated() {
        return token(ShellTokenKind.HEREDOC_END).isPresent();
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitHereDocument(this);
    }
}

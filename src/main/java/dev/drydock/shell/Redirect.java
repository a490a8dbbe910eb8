package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A redirection: {@code 2>/dev/null}, {@code <<EOF}. */
public final class Redirect extends ShellNode {
    /** Set once, by the constructor of the here-document. */
    private HereDocument hereDocument;

    public Redirect(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Returns the file descriptor as written; empty if the operator's own one is meant. */
    public Optional<String> fd() {
        return token(ShellTokenKind.IO_NUMBER).map(Token::text);
    }

    /** Returns the operator, for example {@code >>} or {@code <<-}. */
    public String operator() {
        return token(ShellTokenKind.REDIRECT).orElseThrow().text();
    }

    /** Returns the file, the descriptor, or the delimiter of a here-document. */
    public ShellWord target() {
        return firstChild(ShellWord.class).orElseThrow();
    }

    public boolean isHereDocument() {
        return operator().equals("<<") || operator().equals("<<-");
    }

    /** Returns the here-document that this redirection opens; empty also if the text ends before its body. */
    public Optional<HereDocument> hereDocument() {
        return Optional.ofNullable(hereDocument);
    }

    void setHereDocument(HereDocument hereDocument) {
        this.hereDocument = hereDocument;
    }

    @Override
    protected Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        fd().ifPresent(fd -> attributes.put("fd", fd));
        attributes.put("operator", operator());
        target().staticValue().ifPresent(target -> attributes.put("target", target));
        return attributes;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitRedirect(this);
    }
}

package dev.drydock.yaml;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * All of a YAML text. A text that cannot be read has no document, one {@link YamlTokenKind#UNPARSED} token and a problem
 * that says why.
 */
public final class YamlStream extends YamlElement {
    private final List<Problem> problems;

    public YamlStream(SourceText source, List<? extends SyntaxElement> children, List<Problem> problems) {
        super(source, children, 0);
        this.problems = List.copyOf(problems);
    }

    public List<YamlDocument> documents() {
        return children(YamlDocument.class).toList();
    }

    /** Returns the document of a stream that has exactly one, which is what compose files are. */
    public Optional<YamlDocument> onlyDocument() {
        List<YamlDocument> documents = documents();
        return documents.size() == 1 ? Optional.of(documents.get(0)) : Optional.empty();
    }

    /** Returns what is wrong with the text, in the order of the text. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns whether a problem forbids every change of this text. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitStream(this);
    }
}

package dev.drydock.yaml.parse;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.CollectionStyle;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlTokenKind;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Builds the tree: events say which node comes next, leaf tokens say what it is made of.
 *
 * <p>A cursor runs over each of the two. Trivia are taken into a node only when something of that node follows them, so a
 * node ends where its content ends. The depth of recursion is that of the events, which the caller has bounded.
 */
final class YamlTreeBuilder {
    private final SourceText source;
    private final List<Token> leaves;
    private final List<YamlEvent> events;
    private int leaf;
    private int event;

    YamlTreeBuilder(SourceText source, List<Token> leaves, List<YamlEvent> events) {
        this.source = source;
        this.leaves = leaves;
        this.events = events;
    }

    /** Returns the children of the stream. */
    List<SyntaxElement> build() throws UnmappedException {
        List<SyntaxElement> children = new ArrayList<>();
        expectEvent(Event.ID.StreamStart);
        while (events.get(event).id() == Event.ID.DocumentStart) {
            children.add(document());
        }
        expectEvent(Event.ID.StreamEnd);
        takeTrivia(children);
        if (leaf < leaves.size()) {
            throw unmapped("text behind the last document");
        }
        return children;
    }

    private YamlDocument document() throws UnmappedException {
        int offset = position();
        List<SyntaxElement> children = new ArrayList<>();
        YamlEvent start = expectEvent(Event.ID.DocumentStart);
        takeTrivia(children);
        while (isNext(YamlTokenKind.DIRECTIVE)) {
            take(children);
            takeTrivia(children);
        }
        if (start.explicit()) {
            expect(children, YamlTokenKind.DOCUMENT_START);
        }
        value(children);
        expectEvent(Event.ID.DocumentEnd);
        takeTrivia(children);
        while (isNext(YamlTokenKind.DOCUMENT_END)) {
            take(children);
            takeTrivia(children);
        }
        return new YamlDocument(source, children, offset);
    }

    private void value(List<SyntaxElement> into) throws UnmappedException {
        YamlEvent start = events.get(event++);
        if (start.isMissingScalar()) {
            into.add(new YamlScalar(source, List.of(), position(), start.style(), ""));
            return;
        }
        takeTrivia(into);
        List<SyntaxElement> children = new ArrayList<>();
        for (int i = 0; i < start.properties(); i++) {
            takeTrivia(children);
            expect(children, isNext(YamlTokenKind.TAG) ? YamlTokenKind.TAG : YamlTokenKind.ANCHOR);
        }
        switch (start.id()) {
            case Scalar -> into.add(scalar(start, children));
            case Alias -> {
                expect(children, YamlTokenKind.ALIAS);
                into.add(new YamlAlias(source, children));
            }
            case MappingStart -> into.add(mapping(start, children));
            case SequenceStart -> into.add(sequence(start, children));
            default -> throw unmapped("a value was expected, not " + start.id());
        }
    }

    private YamlScalar scalar(YamlEvent start, List<SyntaxElement> children) throws UnmappedException {
        if (!start.isBlank()) {
            takeTrivia(children);
            if (leaf == leaves.size() || !((YamlTokenKind) leaves.get(leaf).kind()).isScalar()) {
                throw unmapped("a scalar was expected");
            }
            take(children);
        }
        return new YamlScalar(source, children, position(), start.style(), start.value());
    }

    private YamlMapping mapping(YamlEvent start, List<SyntaxElement> children) throws UnmappedException {
        // Only the pair of a flow sequence starts in flow style without a brace: at its key, or at the "?" before it.
        CollectionStyle style = !start.flow()
                ? CollectionStyle.BLOCK
                : start.isEmpty() || isNext(YamlTokenKind.QUESTION) ? CollectionStyle.PAIR : CollectionStyle.FLOW;
        if (style == CollectionStyle.FLOW) {
            takeTrivia(children);
            expect(children, YamlTokenKind.OPEN_BRACE);
        }
        while (events.get(event).id() != Event.ID.MappingEnd) {
            takeSeparators(children, start.flow());
            children.add(entry(style));
        }
        event++;
        if (style == CollectionStyle.FLOW) {
            takeSeparators(children, true);
            expect(children, YamlTokenKind.CLOSE_BRACE);
        }
        return new YamlMapping(source, children, style);
    }

    private YamlEntry entry(CollectionStyle style) throws UnmappedException {
        List<SyntaxElement> children = new ArrayList<>();
        boolean explicit = isNext(YamlTokenKind.QUESTION);
        int column = explicit ? leaves.get(leaf).column() : 0;
        if (explicit) {
            take(children);
        }
        value(children);
        Token next = nextSignificant();
        if (next != null
                && next.kind() == YamlTokenKind.COLON
                // In block style the colon of an explicit key stands below its question mark; any other one belongs to
                // an entry further out.
                && (!explicit || style != CollectionStyle.BLOCK || next.column() == column)) {
            takeTrivia(children);
            take(children);
        }
        value(children);
        return new YamlEntry(source, children);
    }

    private YamlSequence sequence(YamlEvent start, List<SyntaxElement> children) throws UnmappedException {
        if (start.flow()) {
            takeTrivia(children);
            expect(children, YamlTokenKind.OPEN_BRACKET);
        }
        while (events.get(event).id() != Event.ID.SequenceEnd) {
            takeSeparators(children, start.flow());
            List<SyntaxElement> item = new ArrayList<>();
            if (!start.flow()) {
                expect(item, YamlTokenKind.DASH);
            }
            value(item);
            children.add(new YamlItem(source, item));
        }
        event++;
        if (start.flow()) {
            takeSeparators(children, true);
            expect(children, YamlTokenKind.CLOSE_BRACKET);
        }
        return new YamlSequence(source, children, start.flow() ? CollectionStyle.FLOW : CollectionStyle.BLOCK);
    }

    private YamlEvent expectEvent(Event.ID id) throws UnmappedException {
        YamlEvent next = events.get(event++);
        if (next.id() != id) {
            throw unmapped("expected " + id + ", not " + next.id());
        }
        return next;
    }

    private void takeSeparators(List<SyntaxElement> into, boolean flow) {
        takeTrivia(into);
        while (flow && isNext(YamlTokenKind.COMMA)) {
            take(into);
            takeTrivia(into);
        }
    }

    private void takeTrivia(List<SyntaxElement> into) {
        while (leaf < leaves.size() && leaves.get(leaf).kind().isTrivia()) {
            take(into);
        }
    }

    private void expect(List<SyntaxElement> into, YamlTokenKind kind) throws UnmappedException {
        if (!isNext(kind)) {
            throw unmapped("expected " + kind);
        }
        take(into);
    }

    private void take(List<SyntaxElement> into) {
        into.add(leaves.get(leaf++));
    }

    private boolean isNext(YamlTokenKind kind) {
        return leaf < leaves.size() && leaves.get(leaf).kind() == kind;
    }

    private Token nextSignificant() {
        for (int i = leaf; i < leaves.size(); i++) {
            if (!leaves.get(i).kind().isTrivia()) {
                return leaves.get(i);
            }
        }
        return null;
    }

    private int position() {
        return leaf == 0 ? 0 : leaves.get(leaf - 1).range().end();
    }

    private UnmappedException unmapped(String message) {
        return new UnmappedException("unsupported form of YAML: " + message, position());
    }
}

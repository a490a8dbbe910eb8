package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.CollectionStyle;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlTokenKind;
import dev.drydock.yaml.edit.EditCollector.Side;
import dev.drydock.yaml.edit.EditPlan.Insertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Insertions and deletions inside brackets and braces, all of one collection together. */
final class FlowEdits {
    private final SourceText source;
    private final YamlNode collection;
    private final List<? extends YamlElement> members;
    private final EditPlan plan;
    private final EditCollector collector;
    private final ValueRenderer renderer;

    FlowEdits(YamlNode collection, YamlStyle style, EditPlan plan, EditCollector collector) {
        this.source = collection.source();
        this.collection = collection;
        this.members = EditPlan.elements(collection);
        this.plan = plan;
        this.collector = collector;
        this.renderer =
                new ValueRenderer(style, source.lineEndingAt(collection.range().start()));
    }

    static boolean isFlow(YamlNode node) {
        return (node instanceof YamlMapping mapping && !mapping.isBlock())
                || (node instanceof YamlSequence sequence && !sequence.isBlock());
    }

    void collect() throws RefusedException {
        if (collection instanceof YamlMapping mapping && mapping.style() == CollectionStyle.PAIR) {
            throw new RefusedException("a pair without braces", collection);
        }
        if (members.isEmpty()) {
            fill(plan.into(collection));
        } else if (members.stream().allMatch(plan::isDeleted)) {
            replaceAll();
        } else {
            for (int i = 0; i < members.size(); i++) {
                insertBefore(i);
                delete(i);
                insertAfter(i);
            }
        }
    }

    private String render(Insertion insertion) {
        return insertion
                .key()
                .map(key -> renderer.flowEntry(Map.entry(key, insertion.value())))
                .orElseGet(() -> renderer.flow(insertion.value(), true));
    }

    private String render(List<Insertion> insertions) {
        return insertions.stream().map(this::render).collect(Collectors.joining(", "));
    }

    private void fill(List<Insertion> insertions) throws RefusedException {
        Token open = bracket(0);
        Token close = bracket(collection.children().size() - 1);
        int start = open.range().end();
        TextRange inside = new TextRange(start, close.range().start());
        requireNoComment(inside);
        collector.replace(inside, render(insertions));
    }

    private Token bracket(int index) {
        int position = index;
        while (collection.children().get(position) instanceof Token token
                && (token.kind().isTrivia()
                        || token.kind() == YamlTokenKind.ANCHOR
                        || token.kind() == YamlTokenKind.TAG)) {
            position++;
        }
        return (Token) collection.children().get(position);
    }

    private void replaceAll() throws RefusedException {
        List<Insertion> insertions = new ArrayList<>();
        for (YamlElement member : members) {
            insertions.addAll(plan.before(member));
            insertions.addAll(plan.after(member));
        }
        Token close = bracket(collection.children().size() - 1);
        int start = members.get(0).range().start();
        int end = insertions.isEmpty()
                ? close.range().start()
                : members.get(members.size() - 1).range().end();
        requireNoComment(new TextRange(start, end));
        collector.replace(new TextRange(start, end), render(insertions));
    }

    private void delete(int index) throws RefusedException {
        if (!plan.isDeleted(members.get(index))) {
            return;
        }
        boolean keptBefore = members.subList(0, index).stream().anyMatch(member -> !plan.isDeleted(member));
        TextRange range = keptBefore
                ? new TextRange(
                        members.get(index - 1).range().end(),
                        members.get(index).range().end())
                : new TextRange(
                        members.get(index).range().start(),
                        members.get(index + 1).range().start());
        requireNoComment(range);
        collector.replace(range, "");
    }

    private void insertBefore(int index) throws RefusedException {
        YamlElement member = members.get(index);
        int start = member.range().start();
        for (Insertion insertion : plan.before(member)) {
            String separator =
                    lineBreak(index).map(lineBreak -> "," + lineBreak).orElse(", ");
            collector.insert(start, render(insertion) + separator, 0, Side.BEFORE_NEXT, insertion.order());
        }
    }

    private void insertAfter(int index) throws RefusedException {
        YamlElement member = members.get(index);
        if (plan.after(member).isEmpty()) {
            return;
        }
        Optional<String> lineBreak = lineBreak(index);
        int end = member.range().end();
        int lineEnd = source.lineContentEndAt(end);
        Token comma = comma(index);
        boolean commented =
                !Comments.between(collection.document(), end, lineEnd).isEmpty();
        if (lineBreak.isPresent() && commented) {
            afterComment(plan.after(member), lineBreak.get(), end, lineEnd, comma != null);
            return;
        }
        for (Insertion insertion : plan.after(member)) {
            String separator = lineBreak.map(text -> "," + text).orElse(", ");
            collector.insert(end, separator + render(insertion), 0, Side.AFTER_PREVIOUS, insertion.order());
        }
    }

    /** The comment behind the last line stays with it; the comma goes before the comment. */
    private void afterComment(List<Insertion> insertions, String lineBreak, int end, int lineEnd, boolean hasComma) {
        String comma = hasComma ? "," : "";
        String lines =
                insertions.stream().map(this::render).collect(Collectors.joining("," + lineBreak, lineBreak, comma));
        if (!hasComma) {
            collector.insert(end, ",", 0, Side.AFTER_PREVIOUS, insertions.get(0).order());
        }
        collector.insert(
                lineEnd, lines, 0, Side.AFTER_PREVIOUS, insertions.get(0).order());
    }

    /** Returns the comma behind a member, if it is followed by one. */
    private Token comma(int index) {
        int position = collection.children().indexOf(members.get(index)) + 1;
        for (SyntaxElement child :
                collection.children().subList(position, collection.children().size())) {
            if (child instanceof Token token && token.kind() == YamlTokenKind.COMMA) {
                return token;
            }
            if (!(child instanceof Token token) || !token.kind().isTrivia()) {
                return null;
            }
        }
        return null;
    }

    /** Returns the line break with indentation that stands before a member that starts its line. */
    private Optional<String> lineBreak(int index) throws RefusedException {
        YamlElement member = members.get(index);
        int start = member.range().start();
        int lineStart = source.lineStartAt(start);
        String before = source.text().substring(lineStart, start);
        if (!before.isBlank() || lineStart <= collection.range().start()) {
            return Optional.empty();
        }
        if (before.indexOf('\t') >= 0) {
            throw new RefusedException("a tab stands in the indentation", member);
        }
        return Optional.of(source.lineEndingAt(start).characters() + before);
    }

    private void requireNoComment(TextRange range) throws RefusedException {
        if (Comments.standIn(collection.document(), range)) {
            throw new RefusedException("a comment stands between the brackets", range);
        }
    }
}

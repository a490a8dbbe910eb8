package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxNode;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of a document that a plan has to do with: the entries that it touches, at the top and directly below that, and
 * those whose anchors they use. The lines of all others are left out. What such edits do can be judged on the excerpt,
 * because an entry of a mapping in block style ends where the next one starts, whatever that is.
 */
final class Excerpt {
    private final YamlDocument document;
    private final DocumentFacts facts;
    /** For each mapping of which something is left out, the entries that stay. */
    private final Map<YamlMapping, Set<YamlEntry>> kept = new HashMap<>();

    private final Set<YamlEntry> whole = new HashSet<>();
    private final Deque<YamlEntry> unread = new ArrayDeque<>();
    private List<TextRange> omitted = List.of();

    private Excerpt(YamlDocument document) {
        this.document = document;
        this.facts = DocumentFacts.of(document);
    }

    /** Returns the excerpt for a plan; empty if all of the document has to be looked at. */
    static Optional<Excerpt> of(YamlDocument document, EditPlan plan) {
        if (!(document.root() instanceof YamlMapping top)
                || top.entries().isEmpty()
                || DocumentFacts.of(document).linesOf(top.entries().get(0)).isEmpty()) {
            return Optional.empty();
        }
        Excerpt excerpt = new Excerpt(document);
        return excerpt.keep(plan) ? Optional.of(excerpt.finished(top)) : Optional.empty();
    }

    private boolean keep(EditPlan plan) {
        boolean anchored = Stream.of(plan.replaced, plan.renamed, plan.deleted)
                .flatMap(changed -> changed.keySet().stream())
                .anyMatch(Excerpt::hasAnchor);
        boolean reached = Stream.of(plan.replaced, plan.renamed, plan.deleted, plan.into)
                        .flatMap(changed -> changed.keySet().stream())
                        .allMatch(this::keepWhole)
                && Stream.of(plan.before, plan.after)
                        .flatMap(changed -> changed.keySet().stream())
                        .allMatch(this::keepBorders);
        while (reached && !anchored && !unread.isEmpty()) {
            reached = unread.removeFirst()
                    .descendants(YamlAlias.class)
                    .flatMap(alias -> document.target(alias).stream())
                    .allMatch(this::keepWhole);
        }
        return reached && !anchored;
    }

    private static boolean hasAnchor(YamlElement element) {
        return element.descendants(YamlNode.class)
                .anyMatch(node -> node.anchor().isPresent());
    }

    /** Keeps the entry around an element, as far down as entries are told apart; returns whether there is one. */
    private boolean keepWhole(YamlElement element) {
        List<YamlEntry> path = path(element);
        path.forEach(this::keep);
        if (!path.isEmpty()) {
            addWhole(path.get(path.size() - 1));
        }
        return !path.isEmpty();
    }

    /** Keeps what stands next to an insertion before or behind an element. */
    private boolean keepBorders(YamlElement element) {
        List<YamlEntry> path = path(element);
        boolean atTop = path.size() == 1 && path.get(0) == element;
        if (atTop && path.get(0).value() instanceof YamlMapping below && isCut(below)) {
            keep(path.get(0));
            Stream.of(
                            below.entries().get(0),
                            below.entries().get(below.entries().size() - 1))
                    .forEach(border -> {
                        keep(border);
                        addWhole(border);
                    });
            return true;
        }
        return keepWhole(element);
    }

    private boolean isCut(YamlMapping mapping) {
        return !mapping.entries().isEmpty()
                && facts.linesOf(mapping.entries().get(0)).isPresent();
    }

    private void keep(YamlEntry entry) {
        kept.computeIfAbsent(entry.mapping(), unseen -> new HashSet<>()).add(entry);
    }

    private void addWhole(YamlEntry entry) {
        if (whole.add(entry)) {
            unread.addLast(entry);
        }
    }

    /** Returns the entry at the top that an element is part of, and the one directly below, as far as they can be cut out. */
    private List<YamlEntry> path(YamlElement element) {
        List<YamlEntry> path = new ArrayList<>();
        for (SyntaxNode node = element; node != null; node = node.parent().orElse(null)) {
            if (node instanceof YamlEntry entry && facts.linesOf(entry).isPresent()) {
                path.add(0, entry);
            }
        }
        return path;
    }

    private Excerpt finished(YamlMapping top) {
        // Of an entry that stays as a whole, nothing is left out.
        whole.forEach(entry -> {
            if (entry.value() instanceof YamlMapping below) {
                kept.remove(below);
            }
        });
        List<TextRange> gaps = new ArrayList<>();
        int start = facts.linesOf(top.entries().get(0)).orElseThrow().start();
        gaps(top, new TextRange(start, document.source().length()), gaps);
        for (YamlEntry entry : sorted(kept.get(top))) {
            if (entry.value() instanceof YamlMapping below && kept.containsKey(below)) {
                int first = facts.linesOf(below.entries().get(0)).orElseThrow().start();
                gaps(
                        below,
                        new TextRange(first, facts.linesOf(entry).orElseThrow().end()),
                        gaps);
            }
        }
        gaps.sort(null);
        omitted = gaps;
        return this;
    }

    private void gaps(YamlMapping mapping, TextRange all, List<TextRange> gaps) {
        int position = all.start();
        for (YamlEntry entry : sorted(kept.get(mapping))) {
            TextRange lines = facts.linesOf(entry).orElseThrow();
            if (lines.start() > position) {
                gaps.add(new TextRange(position, lines.start()));
            }
            position = lines.end();
        }
        if (all.end() > position) {
            gaps.add(new TextRange(position, all.end()));
        }
    }

    private static List<YamlEntry> sorted(Collection<YamlEntry> entries) {
        return entries.stream().sorted(Comparator.comparing(YamlEntry::range)).toList();
    }

    /** Returns the entries of a mapping that are part of the excerpt, in order. */
    List<YamlEntry> entries(YamlMapping mapping) {
        Set<YamlEntry> some = kept.get(mapping);
        return some == null ? mapping.entries() : sorted(some);
    }

    /** Returns the text of the excerpt. */
    String text() {
        String text = document.source().text();
        StringBuilder out = new StringBuilder();
        int position = 0;
        for (TextRange gap : omitted) {
            out.append(text, position, gap.start());
            position = gap.end();
        }
        return out.append(text, position, text.length()).toString();
    }

    /** Returns edits of the document as edits of {@link #text()}; empty if one is made in what is left out. */
    Optional<List<TextEdit>> edits(List<TextEdit> edits) {
        List<TextEdit> moved = new ArrayList<>();
        for (TextEdit edit : edits) {
            int shift = 0;
            for (TextRange gap : omitted) {
                boolean before = gap.end() <= edit.range().start();
                if (!before && edit.range().end() > gap.start()) {
                    return Optional.empty();
                }
                shift += before ? gap.length() : 0;
            }
            moved.add(new TextEdit(edit.range().shift(-shift), edit.replacement()));
        }
        return Optional.of(moved);
    }
}

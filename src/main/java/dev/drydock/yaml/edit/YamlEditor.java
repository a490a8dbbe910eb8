package dev.drydock.yaml.edit;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.edit.EditPlan.Insertion;
import dev.drydock.yaml.edit.YamlValue.MapValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers changes of one document, by the nodes they are made at, and turns all of them into edits at once.
 *
 * <pre>{@code
 * YamlEdits edits = new YamlEditor(document)
 *         .insertLast(service, "read_only", YamlValue.bool(true))
 *         .insertTopLevelEntry("secrets", YamlValue.map("db", YamlValue.map().with("file", "./secrets/db")))
 *         .finish();
 * }</pre>
 *
 * <p>Verbs may be combined in any order. Several insertions at one place stand in the order of the calls. If one verb cannot
 * be carried out, or the result would mean anything else than what was asked, {@link #finish} refuses all of them. A node
 * of another document is a mistake of the caller and throws.
 */
public final class YamlEditor {
    private final YamlDocument document;
    private final EditPlan plan = new EditPlan();
    /** The first refusal; every later verb is ignored. */
    private RefusedException refusal;

    public YamlEditor(YamlDocument document) {
        this.document = Objects.requireNonNull(document);
        stream().problems().stream()
                .filter(Problem::isError)
                .findFirst()
                .ifPresent(problem -> refuse("the file has an error: " + problem.message(), problem.range()));
    }

    private YamlStream stream() {
        return document.ancestor(YamlStream.class)
                .orElseThrow(() -> new IllegalArgumentException("a document without a stream"));
    }

    private YamlEditor refuse(String reason, TextRange where) {
        if (refusal == null) {
            refusal = new RefusedException(reason, where);
        }
        return this;
    }

    private void requireOwn(YamlElement element) {
        if (element.document() != document) {
            throw new IllegalArgumentException("of another document: " + element);
        }
    }

    /** Returns why the verbs so far cannot be carried out, as far as that is known before {@link #finish}. */
    public Optional<YamlEdits.Refused> refusal() {
        return Optional.ofNullable(refusal).map(RefusedException::toResult);
    }

    /** Gives a scalar another text, as a string, in the quotes that it has if they can spell it. */
    public YamlEditor replaceScalar(YamlScalar scalar, String text) {
        return replaceValue(scalar, YamlValue.string(text));
    }

    /** Replaces a value, an alias too; its anchor and tag stay. What an alias stands for is not touched. */
    public YamlEditor replaceValue(YamlNode node, YamlValue value) {
        requireOwn(node);
        if (node.parent().filter(parent -> parent == document).isPresent()) {
            return refuse("the root of a document is not replaced", node.range());
        }
        plan.replaced.put(node, Objects.requireNonNull(value));
        return this;
    }

    public YamlEditor renameKey(YamlEntry entry, String key) {
        requireOwn(entry);
        if (plan.hasKey(entry.mapping(), key)) {
            return refuse("there is a key \"" + key + "\" already", entry.range());
        }
        plan.renamed.put(entry, key);
        return this;
    }

    /** Inserts an entry below {@code sibling}. */
    public YamlEditor insertAfter(YamlEntry sibling, String key, YamlValue value) {
        requireOwn(sibling);
        if (plan.hasKey(sibling.mapping(), key)) {
            return refuse("there is a key \"" + key + "\" already", sibling.range());
        }
        EditPlan.add(plan.after, sibling, plan.insertion(Optional.of(key), value, false));
        return this;
    }

    /** Inserts an entry above {@code sibling}. */
    public YamlEditor insertBefore(YamlEntry sibling, String key, YamlValue value) {
        requireOwn(sibling);
        if (plan.hasKey(sibling.mapping(), key)) {
            return refuse("there is a key \"" + key + "\" already", sibling.range());
        }
        EditPlan.add(plan.before, sibling, plan.insertion(Optional.of(key), value, false));
        return this;
    }

    /** Inserts an entry as the first of a mapping. */
    public YamlEditor insertFirst(YamlMapping mapping, String key, YamlValue value) {
        requireOwn(mapping);
        return mapping.entries().isEmpty()
                ? fill(mapping, Optional.of(key), value)
                : insertBefore(mapping.entries().get(0), key, value);
    }

    /** Inserts an entry as the last of a mapping. */
    public YamlEditor insertLast(YamlMapping mapping, String key, YamlValue value) {
        requireOwn(mapping);
        return mapping.entries().isEmpty()
                ? fill(mapping, Optional.of(key), value)
                : insertAfter(mapping.entries().get(mapping.entries().size() - 1), key, value);
    }

    /** Inserts an entry as the last of the mapping that {@code owner} has as its value, or that it gets if it has none. */
    public YamlEditor insertInto(YamlEntry owner, String key, YamlValue value) {
        requireOwn(owner);
        if (owner.value() instanceof YamlMapping mapping) {
            return insertLast(mapping, key, value);
        }
        if (!owner.value().isNull()) {
            return refuse("the value is no mapping of its own", owner.value().range());
        }
        if (!owner.isValueMissing()) {
            MapValue written = plan.replaced.get(owner.value()) instanceof MapValue map ? map : YamlValue.map();
            return replaceValue(owner.value(), written.with(key, value));
        }
        return fill(owner.value(), Optional.of(key), value);
    }

    /**
     * Inserts an entry at the end of the document, behind its last comment, with a blank line before it if the entries at
     * the top are divided like that.
     */
    public YamlEditor insertTopLevelEntry(String key, YamlValue value) {
        if (!(document.root() instanceof YamlMapping mapping)
                || mapping.entries().isEmpty()) {
            return refuse(
                    "the document is no mapping with entries", document.root().range());
        }
        if (plan.hasKey(mapping, key)) {
            return refuse("there is a key \"" + key + "\" already", mapping.range());
        }
        YamlEntry last = mapping.entries().get(mapping.entries().size() - 1);
        EditPlan.add(plan.after, last, plan.insertion(Optional.of(key), value, true));
        return this;
    }

    /** Inserts an entry at the top above {@code sibling}, with a blank line behind it if the entries there are divided like that. */
    public YamlEditor insertTopLevelEntryBefore(YamlEntry sibling, String key, YamlValue value) {
        requireOwn(sibling);
        if (plan.hasKey(sibling.mapping(), key)) {
            return refuse("there is a key \"" + key + "\" already", sibling.range());
        }
        EditPlan.add(plan.before, sibling, plan.insertion(Optional.of(key), value, true));
        return this;
    }

    /** Inserts an item at the end of a list. */
    public YamlEditor appendItem(YamlSequence sequence, YamlValue value) {
        requireOwn(sequence);
        return sequence.items().isEmpty()
                ? fill(sequence, Optional.empty(), value)
                : insertItemAfter(sequence.items().get(sequence.items().size() - 1), value);
    }

    /** Inserts an item at the end of the list that {@code owner} has as its value, or that it gets if it has none. */
    public YamlEditor appendInto(YamlEntry owner, YamlValue value) {
        requireOwn(owner);
        if (owner.value() instanceof YamlSequence sequence) {
            return appendItem(sequence, value);
        }
        if (!owner.value().isNull()) {
            return refuse("the value is no list of its own", owner.value().range());
        }
        if (!owner.isValueMissing()) {
            return replaceValue(owner.value(), YamlValue.list(value));
        }
        return fill(owner.value(), Optional.empty(), value);
    }

    public YamlEditor insertItemAfter(YamlItem sibling, YamlValue value) {
        requireOwn(sibling);
        EditPlan.add(plan.after, sibling, plan.insertion(Optional.empty(), value, false));
        return this;
    }

    public YamlEditor insertItemBefore(YamlItem sibling, YamlValue value) {
        requireOwn(sibling);
        EditPlan.add(plan.before, sibling, plan.insertion(Optional.empty(), value, false));
        return this;
    }

    private YamlEditor fill(YamlNode node, Optional<String> key, YamlValue value) {
        EditPlan.add(plan.into, node, plan.insertion(key, value, false));
        return this;
    }

    /** Deletes an entry; its comments stay. Refused if it is the only one of a mapping in block style. */
    public YamlEditor deleteEntry(YamlEntry entry) {
        return delete(entry, CommentFate.KEEP);
    }

    /** Deletes an item; its comments stay. Refused if it is the only one of a list in block style. */
    public YamlEditor deleteItem(YamlItem item) {
        return delete(item, CommentFate.KEEP);
    }

    /** Deletes an entry or an item. Refused if nothing would be left of a collection in block style. */
    public YamlEditor delete(YamlElement member, CommentFate fate) {
        requireMember(member);
        plan.deleted.put(member, fate);
        return this;
    }

    /** Deletes an entry or an item, and with it every collection around it of which nothing would be left. */
    public YamlEditor deleteWithEmptyParents(YamlElement member, CommentFate fate) {
        delete(member, fate);
        YamlElement outermost = member;
        while (outermost.parent().orElse(null) instanceof YamlNode collection && plan.isEmptied(collection)) {
            if (!(collection.parent().orElse(null) instanceof YamlElement around) || around instanceof YamlDocument) {
                return refuse("nothing would be left of the document", member.range());
            }
            outermost = around;
            plan.deleted.put(outermost, fate);
        }
        return this;
    }

    private void requireMember(YamlElement member) {
        requireOwn(member);
        if (!(member instanceof YamlEntry) && !(member instanceof YamlItem)) {
            throw new IllegalArgumentException("neither an entry nor an item: " + member);
        }
    }

    /** Returns the edits of all verbs, proved, or why they are refused. Without verbs there are no edits. */
    public YamlEdits finish() {
        if (refusal != null) {
            return refusal.toResult();
        }
        try {
            List<TextEdit> edits = collect();
            new EditProof(stream(), document, plan).check(edits);
            return new YamlEdits.Proved(edits);
        } catch (RefusedException e) {
            return e.toResult();
        }
    }

    private List<TextEdit> collect() throws RefusedException {
        YamlStyle style = DocumentFacts.of(document).style();
        EditCollector collector = new EditCollector(document.source());
        BlockEdits block = new BlockEdits(document, style, plan, collector);
        for (Map.Entry<YamlElement, List<Insertion>> place : plan.after.entrySet()) {
            for (Insertion insertion : blockInsertions(place)) {
                block.insertAfter(place.getKey(), insertion);
            }
        }
        for (Map.Entry<YamlElement, List<Insertion>> place : plan.before.entrySet()) {
            for (Insertion insertion : blockInsertions(place)) {
                block.insertBefore(place.getKey(), insertion);
            }
        }
        for (Map.Entry<YamlNode, List<Insertion>> place : plan.into.entrySet()) {
            insertInto(block, place.getKey(), place.getValue());
        }
        for (YamlNode collection : changedFlowCollections()) {
            new FlowEdits(collection, style, plan, collector).collect();
        }
        ValueEdits values = new ValueEdits(document.source(), style, collector);
        for (Map.Entry<YamlEntry, String> renamed : plan.renamed.entrySet()) {
            values.rename(renamed.getKey(), renamed.getValue());
        }
        for (Map.Entry<YamlNode, YamlValue> replaced : plan.replaced.entrySet()) {
            values.replace(replaced.getKey(), replaced.getValue());
        }
        delete(block);
        return collector.edits();
    }

    private static List<Insertion> blockInsertions(Map.Entry<YamlElement, List<Insertion>> place) {
        return BlockEdits.isBlockMember(place.getKey()) ? place.getValue() : List.of();
    }

    private static void insertInto(BlockEdits block, YamlNode node, List<Insertion> insertions)
            throws RefusedException {
        if (FlowEdits.isFlow(node)) {
            return;
        }
        Optional<YamlEntry> owner = node.owner();
        if (owner.isEmpty() || node.isInFlow()) {
            throw new RefusedException("a value that is not written cannot be filled here", node);
        }
        for (Insertion insertion : insertions) {
            block.insertInto(owner.get(), insertion);
        }
    }

    private Set<YamlNode> changedFlowCollections() {
        Set<YamlNode> changed = new LinkedHashSet<>();
        for (Map<? extends YamlElement, ?> part : List.of(plan.after, plan.before, plan.deleted)) {
            for (YamlElement member : part.keySet()) {
                SyntaxNode parent = member.parent().orElseThrow();
                if (parent instanceof YamlNode node && FlowEdits.isFlow(node) && !plan.isInsideDeleted(member)) {
                    changed.add(node);
                }
            }
        }
        plan.into.keySet().stream().filter(FlowEdits::isFlow).forEach(changed::add);
        return changed;
    }

    private void delete(BlockEdits block) throws RefusedException {
        for (Map.Entry<YamlElement, CommentFate> deletion : plan.deleted.entrySet()) {
            YamlElement member = deletion.getKey();
            if (!BlockEdits.isBlockMember(member) || plan.isInsideDeleted(member)) {
                continue;
            }
            if (plan.isEmptied((YamlNode) member.parent().orElseThrow())) {
                throw new RefusedException("nothing would be left of the collection", member);
            }
            block.delete(member, deletion.getValue());
        }
    }
}

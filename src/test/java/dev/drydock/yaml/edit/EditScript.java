package dev.drydock.yaml.edit;

import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.parse.YamlParser;
import java.util.List;
import java.util.Map;

/**
 * Verbs as text, so that cases of the editor are data: {@code insert-last services.web read_only true}. A value is YAML in
 * flow style; {@code flow} before it asks for flow style in the file too.
 */
public final class EditScript {
    private final YamlDocument document;
    private final YamlEditor editor;

    private EditScript(YamlDocument document) {
        this.document = document;
        this.editor = new YamlEditor(document);
    }

    /** Returns the text after the verbs, or {@code refused: reason}. */
    public static String run(List<String> verbs, String yaml) {
        SourceText source = SourceText.of(yaml);
        List<YamlDocument> documents = YamlParser.parse(source).documents();
        if (documents.isEmpty()) {
            return "refused: no document\n";
        }
        EditScript script = new EditScript(documents.get(0));
        verbs.forEach(script::verb);
        YamlEdits result = script.editor.finish();
        return result.edits()
                .map(edits -> EditProof.apply(yaml, edits))
                .orElseGet(() -> "refused: " + result.refusal().orElseThrow().reason() + "\n");
    }

    private void verb(String line) {
        String[] words = line.split(" ", 3);
        String path = words.length > 1 ? words[1] : "";
        String rest = words.length > 2 ? words[2] : "";
        switch (words[0]) {
            case "replace-scalar" -> editor.replaceScalar((YamlScalar) node(path), text(rest));
            case "replace-value" -> editor.replaceValue(node(path), value(rest));
            case "rename-key" -> editor.renameKey(entry(path), rest);
            case "insert-after" -> editor.insertAfter(entry(path), key(rest), keyValue(rest));
            case "insert-before" -> editor.insertBefore(entry(path), key(rest), keyValue(rest));
            case "insert-first" -> editor.insertFirst((YamlMapping) node(path), key(rest), keyValue(rest));
            case "insert-last" -> editor.insertLast((YamlMapping) node(path), key(rest), keyValue(rest));
            case "insert-into" -> editor.insertInto(entry(path), key(rest), keyValue(rest));
            case "insert-top" -> editor.insertTopLevelEntry(path, value(rest));
            case "append" -> editor.appendItem((YamlSequence) node(path), value(rest));
            case "append-into" -> editor.appendInto(entry(path), value(rest));
            case "item-after" -> editor.insertItemAfter((YamlItem) element(path), value(rest));
            case "item-before" -> editor.insertItemBefore((YamlItem) element(path), value(rest));
            case "delete" -> editor.delete(element(path), CommentFate.KEEP);
            case "delete-with-comments" -> editor.delete(element(path), CommentFate.DELETE);
            case "delete-up" -> editor.deleteWithEmptyParents(element(path), CommentFate.KEEP);
            default -> throw new IllegalArgumentException("no verb: " + line);
        }
    }

    private static String key(String rest) {
        return rest.substring(0, rest.indexOf(' '));
    }

    private static YamlValue keyValue(String rest) {
        return value(rest.substring(rest.indexOf(' ') + 1));
    }

    private static String text(String spelled) {
        YamlValue value = value(spelled);
        return ((YamlValue.Scalar) value).text();
    }

    private static YamlValue value(String spelled) {
        boolean flow = spelled.startsWith("flow ");
        String text = flow ? spelled.substring(5) : spelled;
        YamlDocument parsed = YamlParser.parse(SourceText.of(text)).documents().get(0);
        return value(parsed.root(), flow);
    }

    private static YamlValue value(YamlNode node, boolean flow) {
        if (node instanceof YamlMapping mapping) {
            return new YamlValue.MapValue(
                    mapping.entries().stream()
                            .map(entry -> Map.entry(entry.keyText().orElseThrow(), value(entry.value(), flow)))
                            .toList(),
                    flow);
        }
        if (node instanceof YamlSequence sequence) {
            return new YamlValue.ListValue(
                    sequence.values().map(item -> value(item, flow)).toList(), flow);
        }
        if (node instanceof YamlAlias) {
            throw new IllegalArgumentException("no aliases in scripts");
        }
        YamlScalar scalar = (YamlScalar) node;
        if (scalar.range().isEmpty()) {
            return YamlValue.missing();
        }
        return switch (scalar.type()) {
            case STRING -> YamlValue.string(scalar.value());
            case NULL, BOOLEAN, INTEGER, FLOAT -> YamlValue.literal(scalar.value());
        };
    }

    private YamlNode node(String path) {
        YamlElement element = element(path);
        return element instanceof YamlEntry entry
                ? entry.value()
                : element instanceof YamlItem item ? item.value() : (YamlNode) element;
    }

    private YamlEntry entry(String path) {
        return (YamlEntry) element(path);
    }

    /** Returns the entry or item at a path of names and numbers, divided by dots; {@code .} is the root. */
    private YamlElement element(String path) {
        YamlElement element = document.root();
        if (path.equals(".")) {
            return element;
        }
        for (String step : path.split("\\.", -1)) {
            YamlNode node = element instanceof YamlEntry entry
                    ? entry.value()
                    : element instanceof YamlItem item ? item.value() : (YamlNode) element;
            element = node instanceof YamlSequence sequence
                    ? sequence.items().get(Integer.parseInt(step))
                    : ((YamlMapping) node).entry(step).orElseThrow();
        }
        return element;
    }
}

package dev.drydock.yaml.edit;

import dev.drydock.yaml.ScalarType;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.EditPlan.Insertion;
import dev.drydock.yaml.edit.YamlValue.ListValue;
import dev.drydock.yaml.edit.YamlValue.MapValue;
import dev.drydock.yaml.edit.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a document means: one line for each value, with its path, in order, with anchors, aliases and tags.
 *
 * <p>Printed with a plan it says what the document must mean once the plan is carried out. The types of scalars are kept
 * apart from strings by the careful rule of {@link ScalarType#isAmbiguous}, quotes and layout are not told.
 */
final class Model {
    private final EditPlan plan;
    private final Function<YamlMapping, List<YamlEntry>> entries;
    private final List<String> lines = new ArrayList<>();

    private Model(EditPlan plan, Function<YamlMapping, List<YamlEntry>> entries) {
        this.plan = plan;
        this.entries = entries;
    }

    static List<String> of(YamlDocument document, EditPlan plan) {
        return of(document, plan, YamlMapping::entries);
    }

    /** Returns what a part of a document means, of each mapping these {@code entries}. */
    static List<String> of(YamlDocument document, EditPlan plan, Function<YamlMapping, List<YamlEntry>> entries) {
        Model model = new Model(plan, entries);
        model.node("", document.root());
        return model.lines;
    }

    private void line(String path, String properties, String value) {
        lines.add(path + properties + " = " + value);
    }

    private void node(String path, YamlNode node) {
        String properties = node.anchor().map(anchor -> " &" + anchor).orElse("")
                + node.tag().map(tag -> " " + tag).orElse("");
        YamlValue replacement = plan.replaced.get(node);
        if (replacement != null) {
            value(path, properties, replacement);
        } else if (node instanceof YamlAlias alias) {
            line(path, properties, "*" + alias.name());
        } else if (node instanceof YamlMapping mapping) {
            line(path, properties, "{}");
            mapping(path, mapping);
        } else if (node instanceof YamlSequence sequence) {
            line(path, properties, "[]");
            sequence(path, sequence);
        } else if (plan.into(node).isEmpty()) {
            YamlScalar scalar = (YamlScalar) node;
            line(path, properties, scalar(scalar.value(), scalar.isPlain()));
        } else {
            boolean mapping = plan.into(node).get(0).key().isPresent();
            line(path, properties, mapping ? "{}" : "[]");
            insertions(path, plan.into(node), 0);
        }
    }

    private void mapping(String path, YamlMapping mapping) {
        insertions(path, plan.into(mapping), 0);
        for (YamlEntry entry : entries.apply(mapping)) {
            insertions(path, plan.before(entry), 0);
            if (!plan.isDeleted(entry)) {
                entry(path, entry);
            }
            insertions(path, plan.after(entry), 0);
        }
    }

    private void entry(String path, YamlEntry entry) {
        String key;
        if (plan.renamed.containsKey(entry)) {
            key = string(plan.renamed.get(entry));
        } else if (entry.key() instanceof YamlScalar scalar && scalar.children().size() < 2) {
            key = scalar(scalar.value(), scalar.isPlain());
        } else {
            key = "?";
            node(path + "/?", entry.key());
        }
        node(path + "/" + key, entry.value());
    }

    private void sequence(String path, YamlSequence sequence) {
        int index = insertions(path, plan.into(sequence), 0);
        for (YamlItem item : sequence.items()) {
            index = insertions(path, plan.before(item), index);
            if (!plan.isDeleted(item)) {
                node(path + "/" + index++, item.value());
            }
            index = insertions(path, plan.after(item), index);
        }
    }

    private int insertions(String path, List<Insertion> insertions, int firstIndex) {
        int index = firstIndex;
        for (Insertion insertion : insertions) {
            String step = insertion.key().map(Model::string).orElse(String.valueOf(index));
            value(path + "/" + step, "", insertion.value());
            index++;
        }
        return index;
    }

    private void value(String path, String properties, YamlValue value) {
        if (value instanceof Scalar scalar) {
            line(path, properties, scalar(scalar.text(), scalar.kind() != YamlValue.Kind.STRING));
        } else if (value instanceof ListValue list) {
            line(path, properties, "[]");
            for (int i = 0; i < list.items().size(); i++) {
                value(path + "/" + i, "", list.items().get(i));
            }
        } else if (value instanceof MapValue map) {
            line(path, properties, "{}");
            for (Map.Entry<String, YamlValue> entry : map.entries()) {
                value(path + "/" + string(entry.getKey()), "", entry.getValue());
            }
        }
    }

    private static String scalar(String text, boolean plain) {
        return plain && ScalarType.isAmbiguous(text) ? "~" + text : string(text);
    }

    /** Line breaks and slashes are escaped, so that one line is one value and a path has one meaning. */
    private static String string(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n").replace("/", "\\/") + "\"";
    }

    /** Returns where two models part, for people; the path as it is printed. */
    static String difference(List<String> expected, List<String> actual) {
        int common = Math.min(expected.size(), actual.size());
        for (int i = 0; i < common; i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                return path(expected.get(i));
            }
        }
        List<String> longer = expected.size() > actual.size() ? expected : actual;
        return longer.size() > common ? path(longer.get(common)) : "";
    }

    private static String path(String line) {
        int end = line.indexOf(" = ");
        String path = line.substring(0, end).replace("\"", "").replace('/', '.');
        return path.startsWith(".") ? path.substring(1) : path;
    }
}

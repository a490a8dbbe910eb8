package dev.drydock.catalogue;

import dev.drydock.text.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the YAML at the head of a page. Strict: an unknown or missing key is an error that names its line. */
final class FrontMatterReader {
    private static final List<String> KEYS = List.of(
            "id", "code", "since", "status", "targets", "phase", "after", "safety", "kind", "same-as", "options");
    private static final List<String> OPTION_KEYS = List.of("type", "default", "help");

    private final String page;
    /** The number of lines of the page before the YAML. */
    private final int offset;

    private Node root;

    private FrontMatterReader(String page, int offset) {
        this.page = page;
        this.offset = offset;
    }

    static FrontMatter read(String page, String yaml, int linesBefore) {
        FrontMatterReader reader = new FrontMatterReader(page, linesBefore);
        return reader.frontMatter(reader.parse(yaml));
    }

    private Node parse(String yaml) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(page).build();
            root = new Compose(settings)
                    .composeString(yaml)
                    .orElseThrow(() -> new InvalidPageException(page, offset, "the front matter is empty"));
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidPageException(page, offset + line, e.getProblem());
        } catch (YamlEngineException e) {
            throw new InvalidPageException(page, offset + 1, e.getMessage());
        }
    }

    private FrontMatter frontMatter(Node node) {
        Map<String, Node> values = mapping(node, KEYS);
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        optional(values, "options")
                .ifPresent(map -> mapping(map, List.of()).forEach((name, value) -> {
                    options.put(name, option(name, value));
                }));
        return new FrontMatter(
                text(required(values, "id")),
                code(required(values, "code")),
                text(required(values, "since")),
                constant(required(values, "status"), Status.values(), Status::label),
                targets(required(values, "targets")),
                constant(required(values, "phase"), Phase.values(), Phase::label),
                optional(values, "after").map(this::texts).orElse(List.of()),
                constant(required(values, "safety"), Level.values(), Level::label),
                constant(required(values, "kind"), FrontMatter.Kind.values(), FrontMatter.Kind::label),
                sameAs(optional(values, "same-as")),
                Collections.unmodifiableMap(options));
    }

    private String code(Node node) {
        String code = text(node);
        boolean wellFormed = code.length() == 5
                && code.startsWith("DD")
                && code.substring(2).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!wellFormed) {
            throw error(node, "a code is DD and three digits, not \"" + code + "\"");
        }
        return code;
    }

    private List<String> targets(Node node) {
        List<String> targets = texts(node);
        for (String target : targets) {
            if (!FrontMatter.TARGETS.contains(target)) {
                throw error(node, "unknown target \"" + target + "\"" + DidYouMean.hint(target, FrontMatter.TARGETS));
            }
        }
        if (targets.isEmpty()) {
            throw error(node, "targets names no kind of file");
        }
        return targets;
    }

    private Map<String, List<String>> sameAs(Optional<Node> node) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        node.ifPresent(map -> mapping(map, List.of()).forEach((scanner, value) -> {
            List<String> names = value instanceof ScalarNode ? words(text(value)) : texts(value);
            for (String name : names) {
                if (name.isBlank() || name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0 || name.indexOf('=') >= 0) {
                    throw error(value, "not the name of a rule: \"" + name + "\"");
                }
            }
            rules.put(scanner, names);
        }));
        return Collections.unmodifiableMap(rules);
    }

    /** A text may name several rules, divided by commas. */
    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private OptionSpec option(String name, Node node) {
        Map<String, Node> values = mapping(node, OPTION_KEYS);
        OptionSpec.Type type = constant(required(values, "type", node), OptionSpec.Type.values(), t -> t.label());
        Node defaultNode = required(values, "default", node);
        Object otherwise = value(defaultNode);
        if (!type.accepts(otherwise)) {
            throw error(defaultNode, "the default of " + name + " is no " + type.label());
        }
        return new OptionSpec(name, type, otherwise, text(required(values, "help", node)));
    }

    /** Returns the entries of a mapping; {@code known} empty means that every key is allowed. */
    private Map<String, Node> mapping(Node node, List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "a mapping is expected");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (!known.isEmpty() && !known.contains(key)) {
                throw error(tuple.getKeyNode(), "unknown key \"" + key + "\"" + DidYouMean.hint(key, known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "the key \"" + key + "\" stands twice");
            }
        }
        return values;
    }

    private Node required(Map<String, Node> values, String key) {
        return required(values, key, root);
    }

    private Node required(Map<String, Node> values, String key, Node parent) {
        return optional(values, key).orElseThrow(() -> error(parent, "the key \"" + key + "\" is missing"));
    }

    private static Optional<Node> optional(Map<String, Node> values, String key) {
        return Optional.ofNullable(values.get(key));
    }

    private String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw error(node, "a text is expected");
    }

    private List<String> texts(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw error(node, "a list is expected");
        }
        List<String> texts = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            texts.add(text(element));
        }
        return List.copyOf(texts);
    }

    private Object value(Node node) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getTag().equals(Tag.BOOL)) {
                return Boolean.valueOf(scalar.getValue());
            }
            if (scalar.getTag().equals(Tag.INT)) {
                try {
                    return Integer.valueOf(scalar.getValue());
                } catch (NumberFormatException e) {
                    throw error(node, "not an integer: " + scalar.getValue());
                }
            }
            return scalar.getValue();
        }
        return texts(node);
    }

    private <E> E constant(Node node, E[] constants, Function<E, String> label) {
        String text = text(node);
        for (E constant : constants) {
            if (label.apply(constant).equals(text)) {
                return constant;
            }
        }
        Collection<String> known = Arrays.stream(constants).map(label).toList();
        throw error(node, "\"" + text + "\" is none of " + String.join(", ", known));
    }

    private InvalidPageException error(Node node, String message) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new InvalidPageException(page, offset + line, message);
    }
}

package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One document of a stream, with the comments around it. */
public final class YamlDocument extends YamlElement {
    private final Map<String, YamlNode> anchors = new LinkedHashMap<>();
    private final Map<YamlAlias, YamlNode> targets = new HashMap<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    public YamlDocument(SourceText source, List<? extends SyntaxElement> children, int offset) {
        super(source, children, offset);
        root().accept(new AnchorWalk());
    }

    /** Returns the value of the document; a document without a value has an empty scalar. */
    public YamlNode root() {
        return firstChild(YamlNode.class).orElseThrow(() -> new IllegalStateException("a document without a root"));
    }

    /** Returns the mapping that the document is, if it is one. */
    public Optional<YamlMapping> mapping() {
        return root().asMapping();
    }

    /** Returns the anchored nodes by name; of two anchors of one name the later one. */
    public Map<String, YamlNode> anchors() {
        return Map.copyOf(anchors);
    }

    /** Returns what an alias of this document stands for; empty if no anchor of that name precedes it. */
    public Optional<YamlNode> target(YamlAlias alias) {
        return Optional.ofNullable(targets.get(alias));
    }

    /** Returns the aliases that stand for {@code node}, in the order of the text. */
    public List<YamlAlias> aliasesOf(YamlNode node) {
        return descendants(YamlAlias.class)
                .filter(alias -> targets.get(alias) == node)
                .toList();
    }

    /** Returns the node at a path of keys, aliases and merges not followed; empty if there is none. */
    public Optional<YamlNode> at(String... keys) {
        Optional<YamlNode> node = Optional.of(root());
        for (String key : keys) {
            node = node.flatMap(YamlNode::asMapping)
                    .flatMap(mapping -> mapping.entry(key))
                    .map(YamlEntry::value);
        }
        return node;
    }

    /**
     * Returns what is derived from this document alone, made when first asked for and then always the same.
     *
     * @param type what is derived, immutable; one document has one of each type
     */
    public <T> T derived(Class<T> type, Function<YamlDocument, T> make) {
        Object known = derived.get(type);
        if (known == null) {
            Object made = make.apply(this);
            Object other = derived.putIfAbsent(type, made);
            known = other == null ? made : other;
        }
        return type.cast(known);
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitDocument(this);
    }

    /** An alias means the nearest anchor of its name that starts before it (YAML 1.2, 3.2.2.2). */
    private final class AnchorWalk extends YamlWalker {
        private void define(YamlNode node) {
            node.anchor().ifPresent(name -> anchors.put(name, node));
        }

        @Override
        public Void visitMapping(YamlMapping mapping) {
            define(mapping);
            return super.visitMapping(mapping);
        }

        @Override
        public Void visitSequence(YamlSequence sequence) {
            define(sequence);
            return super.visitSequence(sequence);
        }

        @Override
        public Void visitScalar(YamlScalar scalar) {
            define(scalar);
            return null;
        }

        @Override
        public Void visitAlias(YamlAlias alias) {
            YamlNode target = anchors.get(alias.name());
            if (target != null) {
                targets.put(alias, target);
            }
            return null;
        }
    }
}

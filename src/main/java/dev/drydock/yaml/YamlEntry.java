package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key and its value: {@code image: nginx}. Both are always there; what is not written is an empty scalar. */
public final class YamlEntry extends YamlElement {
    private final YamlNode key;
    private final YamlNode value;

    public YamlEntry(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children, 0);
        List<YamlNode> nodes = children(YamlNode.class).toList();
        if (nodes.size() != 2) {
            throw new IllegalArgumentException("an entry has a key and a value, not " + nodes);
        }
        this.key = nodes.get(0);
        this.value = nodes.get(1);
    }

    public YamlNode key() {
        return key;
    }

    /** Returns the text of a key that is a scalar. */
    public Optional<String> keyText() {
        return key.asScalar().map(YamlScalar::value);
    }

    public boolean hasKey(String name) {
        return key instanceof YamlScalar scalar && scalar.value().equals(name);
    }

    public YamlNode value() {
        return value;
    }

    /** Returns whether the value is not written at all: {@code key:}. */
    public boolean isValueMissing() {
        return value.range().isEmpty();
    }

    /** Returns whether this is a merge key, {@code <<} without quotes. */
    public boolean isMerge() {
        return key instanceof YamlScalar scalar
                && scalar.isPlain()
                && scalar.value().equals("<<");
    }

    /** Returns whether the key is written with {@code ?}. */
    public boolean isExplicit() {
        return token(YamlTokenKind.QUESTION).isPresent();
    }

    public Optional<Token> colon() {
        return token(YamlTokenKind.COLON);
    }

    public YamlMapping mapping() {
        return ancestor(YamlMapping.class).orElseThrow(() -> new IllegalStateException("an entry without a mapping"));
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitEntry(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return keyText().map(text -> Map.of("key", text)).orElse(Map.of());
    }
}

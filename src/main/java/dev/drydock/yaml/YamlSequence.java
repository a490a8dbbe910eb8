package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Items in order: {@code [a, b]} or a line with a dash for each. */
public final class YamlSequence extends YamlNode {
    private final CollectionStyle style;
    private final List<YamlItem> items;

    public YamlSequence(SourceText source, List<? extends SyntaxElement> children, CollectionStyle style) {
        super(source, children, 0);
        this.style = Objects.requireNonNull(style);
        this.items = children(YamlItem.class).toList();
    }

    public CollectionStyle style() {
        return style;
    }

    public boolean isBlock() {
        return style == CollectionStyle.BLOCK;
    }

    public List<YamlItem> items() {
        return items;
    }

    /** Returns the values of the items, aliases not followed. */
    public Stream<YamlNode> values() {
        return items.stream().map(YamlItem::value);
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitSequence(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("style", style.name());
    }
}

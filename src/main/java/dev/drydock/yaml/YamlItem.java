package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** One item of a sequence, with its dash if it is in block style: {@code - "80:80"}. */
public final class YamlItem extends YamlElement {
    private final YamlNode value;

    public YamlItem(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children, 0);
        this.value = firstChild(YamlNode.class).orElseThrow(() -> new IllegalArgumentException("an item has a value"));
    }

    public YamlNode value() {
        return value;
    }

    public YamlSequence sequence() {
        return ancestor(YamlSequence.class).orElseThrow(() -> new IllegalStateException("an item without a sequence"));
    }

    /** Returns the 0-based place in the sequence. */
    public int index() {
        return sequence().items().indexOf(this);
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitItem(this);
    }
}

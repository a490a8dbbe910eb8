package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.text.SourceText;
import java.util.List;

/** A node of a YAML tree: the stream, a document, an entry, an item, or a value. */
public abstract sealed class YamlElement extends SyntaxNode
        permits YamlStream, YamlDocument, YamlEntry, YamlItem, YamlNode {

    YamlElement(SourceText source, List<? extends SyntaxElement> children, int offset) {
        super(source, children, offset);
    }

    public abstract <R> R accept(YamlVisitor<R> visitor);

    /** Returns the nearest document around this element, or the element itself if it is one. */
    public YamlDocument document() {
        return this instanceof YamlDocument document
                ? document
                : ancestor(YamlDocument.class).orElseThrow(() -> new IllegalStateException("outside of a document"));
    }

    /**
     * Returns where this element stands, for people: {@code services.web.ports[0]}; empty for the root of a document.
     */
    public String path() {
        StringBuilder path = new StringBuilder();
        SyntaxElement element = this;
        while (element != null) {
            if (element instanceof YamlEntry entry) {
                path.insert(0, "." + entry.keyText().orElse("?"));
            } else if (element instanceof YamlItem item) {
                path.insert(0, "[" + item.index() + "]");
            }
            element = element.parent().orElse(null);
        }
        return path.length() > 0 && path.charAt(0) == '.' ? path.substring(1) : path.toString();
    }
}

package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reference to an anchored node: {@code *name}. */
public final class YamlAlias extends YamlNode {

    public YamlAlias(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children, 0);
    }

    /** Returns the name, without {@code *}. */
    public String name() {
        return token(YamlTokenKind.ALIAS)
                .orElseThrow(() -> new IllegalStateException("an alias without a token"))
                .text()
                .substring(1);
    }

    /** Returns the node that this stands for; empty if the anchor is not defined before. */
    public Optional<YamlNode> target() {
        return document().target(this);
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitAlias(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("name", name());
    }
}

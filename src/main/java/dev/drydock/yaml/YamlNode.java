package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.SyntaxNode;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** A value: mapping, sequence, scalar or alias, with its anchor and tag. */
public abstract sealed class YamlNode extends YamlElement permits YamlMapping, YamlSequence, YamlScalar, YamlAlias {

    YamlNode(SourceText source, List<? extends SyntaxElement> children, int offset) {
        super(source, children, offset);
    }

    /** Returns the name of the anchor, without {@code &}. */
    public Optional<String> anchor() {
        return token(YamlTokenKind.ANCHOR).map(token -> token.text().substring(1));
    }

    /** Returns the tag as it is written: {@code !reset}, {@code !!str}. */
    public Optional<String> tag() {
        return token(YamlTokenKind.TAG).map(Token::text);
    }

    /** Returns the range without anchor and tag; empty, at the end of the node, if there is nothing else. */
    public TextRange contentRange() {
        boolean properties = false;
        for (SyntaxElement child : children()) {
            if (child instanceof Token token
                    && (token.kind() == YamlTokenKind.ANCHOR || token.kind() == YamlTokenKind.TAG)) {
                properties = true;
            } else if (!properties
                    || !(child instanceof Token trivia)
                    || !trivia.kind().isTrivia()) {
                return new TextRange(child.range().start(), range().end());
            }
        }
        return TextRange.at(range().end());
    }

    public Optional<YamlMapping> asMapping() {
        return this instanceof YamlMapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    public Optional<YamlSequence> asSequence() {
        return this instanceof YamlSequence sequence ? Optional.of(sequence) : Optional.empty();
    }

    public Optional<YamlScalar> asScalar() {
        return this instanceof YamlScalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** Returns the node that an alias stands for, itself if this is no alias; empty for an undefined alias. */
    public Optional<YamlNode> resolved() {
        return this instanceof YamlAlias alias ? alias.target() : Optional.of(this);
    }

    /** Returns whether this is a scalar that means null: an empty one, {@code ~} or {@code null}. */
    public boolean isNull() {
        return this instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
    }

    /** Returns whether this node stands inside brackets or braces, its own not counted. */
    public boolean isInFlow() {
        for (Optional<SyntaxNode> around = parent();
                around.isPresent();
                around = around.get().parent()) {
            if (isFlow(around.get())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFlow(SyntaxNode node) {
        return (node instanceof YamlMapping mapping && mapping.style() != CollectionStyle.BLOCK)
                || (node instanceof YamlSequence sequence && sequence.style() != CollectionStyle.BLOCK);
    }

    /** Returns the entry whose value this node is. */
    public Optional<YamlEntry> owner() {
        return parent().filter(YamlEntry.class::isInstance)
                .map(YamlEntry.class::cast)
                .filter(entry -> entry.value() == this);
    }
}

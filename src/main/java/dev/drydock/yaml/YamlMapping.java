package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Entries by key: {@code {a: 1}} or a line for each. Merge keys ({@code <<}) are ordinary entries of it. */
public final class YamlMapping extends YamlNode {
    private final CollectionStyle style;
    private final List<YamlEntry> entries;

    public YamlMapping(SourceText source, List<? extends SyntaxElement> children, CollectionStyle style) {
        super(source, children, 0);
        this.style = Objects.requireNonNull(style);
        this.entries = children(YamlEntry.class).toList();
    }

    public CollectionStyle style() {
        return style;
    }

    public boolean isBlock() {
        return style == CollectionStyle.BLOCK;
    }

    public List<YamlEntry> entries() {
        return entries;
    }

    /** Returns the first entry that this mapping itself has under {@code key}; merge keys are not followed. */
    public Optional<YamlEntry> entry(String key) {
        for (YamlEntry entry : entries) {
            if (entry.hasKey(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Returns the value of {@link #entry}. */
    public Optional<YamlNode> value(String key) {
        return entry(key).map(YamlEntry::value);
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitMapping(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("style", style.name());
    }
}

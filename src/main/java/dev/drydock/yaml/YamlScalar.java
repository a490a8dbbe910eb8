package dev.drydock.yaml;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A text, number, boolean or null, in one of five styles; empty where a value is not written. */
public final class YamlScalar extends YamlNode {
    private final ScalarStyle style;
    private final String value;

    /** {@code offset} is where the scalar stands if it has no children. */
    public YamlScalar(
            SourceText source, List<? extends SyntaxElement> children, int offset, ScalarStyle style, String value) {
        super(source, children, offset);
        this.style = Objects.requireNonNull(style);
        this.value = Objects.requireNonNull(value);
    }

    /** Returns the text that the scalar means: unquoted, unescaped, unfolded, with LF as line break. */
    public String value() {
        return value;
    }

    public ScalarStyle style() {
        return style;
    }

    public boolean isPlain() {
        return style == ScalarStyle.PLAIN;
    }

    /** Returns the token that spells the value; empty where it is not written. */
    public Optional<Token> token() {
        for (SyntaxElement child : children()) {
            if (child instanceof Token token && token.kind() instanceof YamlTokenKind kind && kind.isScalar()) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** Returns the type by the core schema; tags other than {@code !!str} and {@code !} are not looked at. */
    public ScalarType type() {
        boolean string = !isPlain()
                || tag().filter(tag -> tag.equals("!!str") || tag.equals("!")).isPresent();
        return string ? ScalarType.STRING : ScalarType.ofPlain(value);
    }

    /** Returns what this scalar means as a boolean; compose takes the words of YAML 1.1 too when unquoted. */
    public Optional<Boolean> asBoolean() {
        return switch (value) {
            case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> Optional.of(true);
            case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    @Override
    public <R> R accept(YamlVisitor<R> visitor) {
        return visitor.visitScalar(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("value", value, "style", style.name(), "type", type().name());
    }
}

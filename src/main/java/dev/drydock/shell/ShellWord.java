package dev.drydock.shell;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A word: parts that stand next to each other, for example {@code "$dir"/lib*.so}. */
public final class ShellWord extends ShellNode {
    private final List<WordPart> parts;
    private final String literalPrefix;
    private final boolean expands;
    private final UnquotedPatterns patterns;

    public ShellWord(SourceText source, List<? extends SyntaxElement> children, int offset) {
        super(source, children, offset);
        this.parts = listOf(WordPart.class);
        StringBuilder value = new StringBuilder();
        boolean known = true;
        for (int i = 0; known && i < parts.size(); i++) {
            known = parts.get(i).appendValue(value);
        }
        this.literalPrefix = value.toString();
        this.expands = !known;
        this.patterns = UnquotedPatterns.of(parts);
    }

    public List<WordPart> parts() {
        return parts;
    }

    /**
     * Returns the one string that this word stands for, after quote removal; empty if that is known only at run time,
     * because of an expansion or an unquoted glob, tilde or brace.
     */
    public Optional<String> staticValue() {
        return expands || patterns.any() ? Optional.empty() : Optional.of(literalPrefix);
    }

    /**
     * Returns the one string that this word stands for once the values of plain parameters ({@code $name}, {@code ${name}})
     * are put in; empty if one of them is not known, or if anything else is expanded.
     */
    public Optional<String> valueWith(Function<String, Optional<String>> variables) {
        StringBuilder value = new StringBuilder();
        return !patterns.any() && append(parts, variables, value) ? Optional.of(value.toString()) : Optional.empty();
    }

    private static boolean append(
            List<WordPart> parts, Function<String, Optional<String>> variables, StringBuilder out) {
        for (WordPart part : parts) {
            boolean known;
            if (part instanceof Parameter parameter && parameter.operator().isEmpty()) {
                Optional<String> value = variables.apply(parameter.name());
                value.ifPresent(out::append);
                known = value.isPresent();
            } else if (part instanceof DoubleQuoted quoted) {
                known = append(quoted.parts(), variables, out);
            } else {
                known = part.appendValue(out);
            }
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** Returns the word after quote removal, globs, tildes and braces as written; empty if it has an expansion. */
    public Optional<String> literalValue() {
        return expands ? Optional.empty() : Optional.of(literalPrefix);
    }

    /** Returns the word after quote removal up to its first expansion: all of it if it has none. */
    public String literalPrefix() {
        return literalPrefix;
    }

    /** Returns whether the word has a parameter, command or arithmetic expansion, or a part that is opaque. */
    public boolean hasExpansion() {
        return expands;
    }

    /** Returns whether the word has an unquoted glob. */
    public boolean hasGlob() {
        return patterns.glob();
    }

    /** Returns whether the word starts with an unquoted tilde. */
    public boolean hasTilde() {
        return patterns.tilde();
    }

    /** Returns whether bash, but not a POSIX shell, would expand unquoted braces of the word. */
    public boolean hasBraces() {
        return patterns.braces();
    }

    /** Returns whether the word is quoted in any part. */
    public boolean isQuoted() {
        return parts.stream()
                .anyMatch(part ->
                        part instanceof SingleQuoted || part instanceof DoubleQuoted || part instanceof Escaped);
    }

    /** Returns whether this word stands for exactly {@code value}. */
    public boolean is(String value) {
        return !expands && !patterns.any() && literalPrefix.equals(value);
    }

    @Override
    protected Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        staticValue().ifPresent(value -> attributes.put("value", value));
        if (patterns.glob()) {
            attributes.put("glob", "true");
        }
        if (patterns.tilde()) {
            attributes.put("tilde", "true");
        }
        if (patterns.braces()) {
            attributes.put("braces", "true");
        }
        return attributes;
    }

    @Override
    public <R> R accept(ShellVisitor<R> visitor) {
        return visitor.visitShellWord(this);
    }
}

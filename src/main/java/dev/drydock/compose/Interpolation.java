package dev.drydock.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A text with variables, as compose reads it: {@code $VAR}, {@code ${VAR}}, {@code ${VAR:-default}} and the operators
 * {@code -}, {@code :?}, {@code ?}, {@code :+}, {@code +}, nested; {@code $$} is a dollar (compose-spec, 12-interpolation).
 *
 * <p>Malformed references, such as one without a name or without its closing brace, make compose fail; here they are unknown parts.
 */
public final class Interpolation {
    private static final int MAX_DEPTH = 16;

    /** A piece of the text. */
    public sealed interface Part {
        /** Characters that mean themselves, {@code $$} already reduced. */
        record Literal(String text) implements Part {}

        /**
         * A reference.
         *
         * @param operator one of {@code :- - :? ? :+ +}, empty if there is none
         * @param operand what follows the operator: default, message or replacement
         */
        record Variable(String name, String operator, Interpolation operand) implements Part {}

        /** A dollar sign that begins no reference that compose would accept. */
        record Malformed(String text) implements Part {}
    }

    private final String text;
    private final List<Part> parts;

    private Interpolation(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    public static Interpolation of(String text) {
        return parse(text, 0);
    }

    private static Interpolation parse(String text, int depth) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c != '$') {
                literal.append(c);
                position++;
            } else if (text.startsWith("$$", position)) {
                literal.append('$');
                position += 2;
            } else {
                int end = referenceEnd(text, position);
                flush(literal, parts);
                parts.add(reference(text.substring(position, end), depth));
                position = end;
            }
        }
        flush(literal, parts);
        return new Interpolation(text, parts);
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (literal.length() > 0) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** Returns the offset behind the reference that starts at {@code dollar}. */
    private static int referenceEnd(String text, int dollar) {
        if (dollar + 1 < text.length() && text.charAt(dollar + 1) == '{') {
            int close = closingBrace(text, dollar + 1);
            return close < 0 ? text.length() : close + 1;
        }
        return Math.max(dollar + 1, nameEnd(text, dollar + 1));
    }

    /** Every brace counts, one without a dollar too, as in compose-go. */
    private static int closingBrace(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            } else if (c == '{') {
                depth++;
            }
        }
        return -1;
    }

    private static int nameEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isNameCharacter(text.charAt(end), end == start)) {
            end++;
        }
        return end;
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }

    private static Part reference(String spelled, int depth) {
        boolean braces = spelled.startsWith("${");
        if (braces && !spelled.endsWith("}")) {
            return new Part.Malformed(spelled);
        }
        String inside = braces ? spelled.substring(2, spelled.length() - 1) : spelled.substring(1);
        int nameEnd = nameEnd(inside, 0);
        String rest = inside.substring(nameEnd);
        if (nameEnd == 0 || depth > MAX_DEPTH) {
            return new Part.Malformed(spelled);
        }
        if (rest.isEmpty()) {
            return new Part.Variable(inside, "", parse("", depth));
        }
        for (String operator : new String[] {":-", ":?", ":+", "-", "?", "+"}) {
            if (rest.startsWith(operator)) {
                Interpolation operand = parse(rest.substring(operator.length()), depth + 1);
                return new Part.Variable(inside.substring(0, nameEnd), operator, operand);
            }
        }
        return new Part.Malformed(spelled);
    }

    /** Returns the text as it is written. */
    public String text() {
        return text;
    }

    public List<Part> parts() {
        return parts;
    }

    /** Returns whether no variable takes part, so that {@link #literal} is what compose will use. */
    public boolean isStatic() {
        return parts.stream().allMatch(Part.Literal.class::isInstance);
    }

    /** Returns the value of a text without variables. */
    public Optional<String> literal() {
        return isStatic() ? evaluate(Map.of()) : Optional.empty();
    }

    /** Returns whether the text is one reference and nothing else, so that it may stand for anything. */
    public boolean isOnlyVariable() {
        return parts.size() == 1 && startsWithVariable();
    }

    boolean startsWithVariable() {
        return !parts.isEmpty() && !(parts.get(0) instanceof Part.Literal);
    }

    /** Returns the names of all variables, those in defaults too, in the order of the text. */
    public Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Variable variable) {
                names.add(variable.name());
                names.addAll(variable.operand().variables());
            }
        }
        return names;
    }

    /**
     * Returns the value under the given variables, with the defaults of the text for all others; empty if a variable has
     * neither, or the text is malformed. The environment of whoever runs compose may still say otherwise.
     */
    public Optional<String> evaluate(Map<String, String> variables) {
        StringBuilder value = new StringBuilder();
        for (Part part : parts) {
            Optional<String> piece = part instanceof Part.Literal literal
                    ? Optional.of(literal.text())
                    : part instanceof Part.Variable variable ? evaluate(variable, variables) : Optional.empty();
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            value.append(piece.get());
        }
        return Optional.of(value.toString());
    }

    private static Optional<String> evaluate(Part.Variable variable, Map<String, String> variables) {
        String value = variables.get(variable.name());
        boolean colon = variable.operator().startsWith(":");
        boolean set = value != null && !(colon && value.isEmpty());
        return switch (variable.operator()) {
            case ":-", "-" -> set ? Optional.of(value) : variable.operand().evaluate(variables);
            case ":+", "+" -> set ? variable.operand().evaluate(variables) : Optional.of("");
            default -> set ? Optional.of(value) : Optional.empty();
        };
    }

    /** Returns the pieces of {@code text} between separators that stand outside of variable references. */
    static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int position = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '$' && !text.startsWith("$$", position)) {
                position = referenceEnd(text, position);
            } else if (c == separator) {
                pieces.add(text.substring(start, position));
                position++;
                start = position;
            } else {
                position += c == '$' ? 2 : 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Interpolation that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return text;
    }
}

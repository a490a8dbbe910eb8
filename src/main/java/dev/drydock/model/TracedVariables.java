package dev.drydock.model;

import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Interpolation.Part;
import dev.drydock.text.TextRange;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A text of a compose file with the defaults of its variables put in, and the place of every character. */
final class TracedVariables {
    private final Map<String, String> environment;
    private final UnaryOperator<TextRange> inFile;
    private final TracedText traced = new TracedText();

    private TracedVariables(Map<String, String> environment, UnaryOperator<TextRange> inFile) {
        this.environment = environment;
        this.inFile = inFile;
    }

    /**
     * Returns the text, or empty if a variable has no default here, or one that does not take effect.
     *
     * @param environment what {@code .env} sets; a default beside it says nothing
     * @param inFile from a range of the text as it is written to the file
     */
    static Optional<TracedText> expand(
            Interpolation text, Map<String, String> environment, UnaryOperator<TextRange> inFile) {
        TracedVariables variables = new TracedVariables(environment, inFile);
        return variables.append(text, 0, Optional.empty()) ? Optional.of(variables.traced) : Optional.empty();
    }

    /** Returns the first variable that keeps the text from being known. */
    static Optional<String> unknown(Interpolation text, Map<String, String> environment) {
        return text.parts().stream()
                .filter(Part.Variable.class::isInstance)
                .map(Part.Variable.class::cast)
                .filter(variable -> expand(Interpolation.of(spelled(variable)), environment, UnaryOperator.identity())
                        .isEmpty())
                .map(Part.Variable::name)
                .findFirst();
    }

    private static String spelled(Part.Variable variable) {
        return "${" + variable.name() + variable.operator() + variable.operand().text() + "}";
    }

    /** @param start where the text stands in the whole */
    private boolean append(Interpolation text, int start, Optional<String> variable) {
        int position = start;
        String written = text.text();
        for (Part part : text.parts()) {
            if (part instanceof Part.Literal literal) {
                if (literal.text().indexOf('$') >= 0) {
                    return false;
                }
                traced.append(literal.text(), position, inFile, variable);
                position += literal.text().length();
            } else if (part instanceof Part.Variable reference) {
                if (!append(reference, position)) {
                    return false;
                }
                position += length(reference, written.startsWith("${", position - start));
            } else {
                return false;
            }
        }
        return true;
    }

    private static int length(Part.Variable reference, boolean braces) {
        return braces ? spelled(reference).length() : 1 + reference.name().length();
    }

    private boolean append(Part.Variable reference, int start) {
        String value = environment.get(reference.name());
        boolean byDefault = switch (reference.operator()) {
            case ":-" -> value == null || value.isEmpty();
            case "-" -> value == null;
            default -> false;
        };
        int operand = start
                + "${".length()
                + reference.name().length()
                + reference.operator().length();
        int before = traced.length();
        boolean known = byDefault && append(reference.operand(), operand, Optional.of(reference.name()));
        traced.mark(reference.name(), before);
        return known;
    }
}

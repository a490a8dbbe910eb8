package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;
import java.util.Optional;

/** One argument of an instruction: a {@link Word}, or a {@link JsonString} of the JSON form. */
public abstract class Argument extends DockerfileNode {
    Argument(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    /** Returns the argument as Docker sees it before it expands variables: joined and, for JSON, decoded. */
    public abstract String value();

    /** Returns the variables that Docker would expand in it, in order. */
    public abstract List<VariableReference> variables();

    /** Returns the value after removal of quotes and escapes, or empty if it holds a variable. */
    public abstract Optional<String> staticValue();

    public final boolean hasVariables() {
        return !variables().isEmpty();
    }
}

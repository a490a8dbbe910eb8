package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.SourceText;
import java.util.List;

/** The arguments of an instruction as a JSON array of strings: {@code ["node", "app.js"]}. */
public final class JsonArray extends DockerfileNode {
    public JsonArray(SourceText source, List<? extends SyntaxElement> children) {
        super(source, children);
    }

    public List<JsonString> elements() {
        return children(JsonString.class).toList();
    }

    /** Returns the decoded strings. */
    public List<String> values() {
        return children(JsonString.class).map(JsonString::value).toList();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.TextRange;
import java.util.List;

/** The shell form of a command: {@code apt-get update && apt-get install -y curl} after {@code RUN} and its flags. */
public final class ShellText extends DockerfileNode {
    private final LogicalLine line;
    private final TextRange logical;

    public ShellText(LogicalLine line, TextRange logical, List<? extends SyntaxElement> children) {
        super(line.file(), children);
        this.line = line;
        this.logical = logical;
    }

    /** Returns what the shell is given: one line, continuations removed. */
    public String value() {
        return line.text().substring(logical.start(), logical.end());
    }

    /** Returns the offset in the file of each character of {@link #value()}, and the offset after the last. */
    public int[] toFile() {
        return line.mapOf(logical);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

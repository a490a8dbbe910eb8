package dev.drydock.dockerfile;

import java.util.List;

/** Sets environment variables: {@code ENV PATH=/app/bin:$PATH}. */
public final class EnvInstruction extends Instruction {
    public EnvInstruction(InstructionParts parts) {
        super(parts);
    }

    public List<KeyValue> pairs() {
        return children(KeyValue.class).toList();
    }

    /** Returns whether it has the old form {@code ENV KEY value}, which sets one variable to the rest of the line. */
    public boolean isLegacy() {
        return pairs().stream().anyMatch(pair -> pair.equalsToken().isEmpty());
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

package dev.drydock.dockerfile;

import java.util.List;

/** Declares build arguments: {@code ARG VERSION=1.0}. */
public final class ArgInstruction extends Instruction {
    public ArgInstruction(InstructionParts parts) {
        super(parts);
    }

    public List<KeyValue> pairs() {
        return children(KeyValue.class).toList();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

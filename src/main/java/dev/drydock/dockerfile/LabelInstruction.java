package dev.drydock.dockerfile;

import java.util.List;

/** Sets labels of the image: {@code LABEL version="1.0"}. */
public final class LabelInstruction extends Instruction {
    public LabelInstruction(InstructionParts parts) {
        super(parts);
    }

    public List<KeyValue> pairs() {
        return children(KeyValue.class).toList();
    }

    /** Returns whether it has the old form {@code LABEL key value}. */
    public boolean isLegacy() {
        return pairs().stream().anyMatch(pair -> pair.equalsToken().isEmpty());
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

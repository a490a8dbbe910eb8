package dev.drydock.dockerfile;

import java.util.List;

/** Ports that the application listens on: {@code EXPOSE 8080/tcp 9090}. */
public final class ExposeInstruction extends Instruction {
    public ExposeInstruction(InstructionParts parts) {
        super(parts);
    }

    public List<Word> ports() {
        return children(Word.class).toList();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

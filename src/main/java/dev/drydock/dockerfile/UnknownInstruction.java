package dev.drydock.dockerfile;

/** A line whose keyword Docker does not know. It is never changed. */
public final class UnknownInstruction extends Instruction {
    public UnknownInstruction(InstructionParts parts) {
        super(parts);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

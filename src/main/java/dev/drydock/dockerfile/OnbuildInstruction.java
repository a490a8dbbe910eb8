package dev.drydock.dockerfile;

import java.util.Optional;

/** An instruction for the build of images that are based on this one: {@code ONBUILD COPY . /app}. */
public final class OnbuildInstruction extends Instruction {
    public OnbuildInstruction(InstructionParts parts) {
        super(parts);
    }

    /** Returns the instruction that is put off; empty if there is none. */
    public Optional<Instruction> instruction() {
        return firstChild(Instruction.class);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

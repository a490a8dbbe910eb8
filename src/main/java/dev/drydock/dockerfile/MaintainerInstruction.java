package dev.drydock.dockerfile;

import java.util.Optional;

/** The author of the image, deprecated: {@code MAINTAINER Jane Doe}. */
public final class MaintainerInstruction extends Instruction {
    public MaintainerInstruction(InstructionParts parts) {
        super(parts);
    }

    /** Returns the one argument: the rest of the line. */
    public Optional<Word> argument() {
        return firstChild(Word.class);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

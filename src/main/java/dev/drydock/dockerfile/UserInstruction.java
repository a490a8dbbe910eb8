package dev.drydock.dockerfile;

import java.util.Optional;

/** The user of later RUNs and of the container: {@code USER app:app}. */
public final class UserInstruction extends Instruction {
    public UserInstruction(InstructionParts parts) {
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

package dev.drydock.dockerfile;

import java.util.Optional;

/** The working directory, made if it is not there: {@code WORKDIR /app}. */
public final class WorkdirInstruction extends Instruction {
    public WorkdirInstruction(InstructionParts parts) {
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

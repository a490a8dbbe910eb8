package dev.drydock.dockerfile;

import java.util.Optional;

/** The signal that stops the container: {@code STOPSIGNAL SIGQUIT}. */
public final class StopsignalInstruction extends Instruction {
    public StopsignalInstruction(InstructionParts parts) {
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

package dev.drydock.dockerfile;

import java.util.Optional;

/** The shell of the shell form from here on: {@code SHELL ["/bin/bash", "-c"]}. */
public final class ShellInstruction extends Instruction implements CommandForm {
    public ShellInstruction(InstructionParts parts) {
        super(parts);
    }

    @Override
    public Optional<JsonArray> exec() {
        return firstChild(JsonArray.class);
    }

    @Override
    public Optional<ShellText> shell() {
        return firstChild(ShellText.class);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

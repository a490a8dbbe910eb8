package dev.drydock.dockerfile;

import java.util.List;
import java.util.Optional;

/** Runs a command while building: {@code RUN apt-get update}. */
public final class RunInstruction extends Instruction implements CommandForm {
    public RunInstruction(InstructionParts parts) {
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

    /** Returns the {@code --mount} flags, in order. */
    public List<Flag> mounts() {
        return children(Flag.class).filter(flag -> flag.name().equals("mount")).toList();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

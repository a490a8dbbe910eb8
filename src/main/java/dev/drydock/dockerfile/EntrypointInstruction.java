package dev.drydock.dockerfile;

import java.util.Optional;

/** The command that the container starts: {@code ENTRYPOINT ["/entrypoint.sh"]}. */
public final class EntrypointInstruction extends Instruction implements CommandForm {
    public EntrypointInstruction(InstructionParts parts) {
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

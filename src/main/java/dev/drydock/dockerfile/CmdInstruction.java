package dev.drydock.dockerfile;

import java.util.Optional;

/** The default command, or the default arguments of the entrypoint: {@code CMD ["node", "app.js"]}. */
public final class CmdInstruction extends Instruction implements CommandForm {
    public CmdInstruction(InstructionParts parts) {
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

package dev.drydock.dockerfile;

import java.util.Optional;

/** How Docker finds out whether the container works: {@code HEALTHCHECK CMD wget -q localhost}. */
public final class HealthcheckInstruction extends Instruction implements CommandForm {
    public HealthcheckInstruction(InstructionParts parts) {
        super(parts);
    }

    /** Returns whether it switches off a check that the base image has. */
    public boolean isNone() {
        return tokens(DockerfileTokenKind.KEYWORD).skip(1).findFirst().isPresent()
                && exec().isEmpty()
                && shell().isEmpty();
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

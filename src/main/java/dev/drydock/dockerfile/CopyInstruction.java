package dev.drydock.dockerfile;

import java.util.Optional;

/** Copies files from the build context or a stage: {@code COPY --from=build /app /app}. */
public final class CopyInstruction extends Instruction implements FileTransfer {
    public CopyInstruction(InstructionParts parts) {
        super(parts);
    }

    public Optional<Flag> from() {
        return flag("from");
    }

    @Override
    public boolean isFromContext() {
        return from().isEmpty();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

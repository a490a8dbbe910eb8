package dev.drydock.dockerfile;

/** Copies files, fetches URLs and Git repositories, unpacks local archives: {@code ADD app.tar.gz /app/}. */
public final class AddInstruction extends Instruction implements FileTransfer {
    public AddInstruction(InstructionParts parts) {
        super(parts);
    }

    @Override
    public boolean isFromContext() {
        return true;
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

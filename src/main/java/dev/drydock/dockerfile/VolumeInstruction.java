package dev.drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Mount points for volumes: {@code VOLUME ["/data"]}. */
public final class VolumeInstruction extends Instruction {
    public VolumeInstruction(InstructionParts parts) {
        super(parts);
    }

    public List<Argument> paths() {
        List<Argument> words = new ArrayList<>();
        for (var child : children()) {
            if (child instanceof Word word) {
                words.add(word);
            } else if (child instanceof JsonArray array) {
                words.addAll(array.elements());
            }
        }
        return List.copyOf(words);
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

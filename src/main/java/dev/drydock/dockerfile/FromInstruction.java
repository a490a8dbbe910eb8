package dev.drydock.dockerfile;

import java.util.Optional;

/** Starts a stage: {@code FROM node:20 AS build}. */
public final class FromInstruction extends Instruction {
    public FromInstruction(InstructionParts parts) {
        super(parts);
    }

    /** Returns the image or the name of an earlier stage. */
    public Word image() {
        return firstChild(Word.class).orElseThrow();
    }

    /** Returns the name that {@code AS} gives the stage. */
    public Optional<Word> stageName() {
        return children(Word.class).skip(1).findFirst();
    }

    public Optional<Flag> platform() {
        return flag("platform");
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }
}

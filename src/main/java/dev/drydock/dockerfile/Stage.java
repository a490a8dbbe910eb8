package dev.drydock.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One build stage: a FROM and everything up to the next one. A view; the tree itself is a flat list of instructions, as
 * the file is.
 *
 * @param index the number of the stage, from 0
 * @param from the FROM that starts it
 * @param instructions all instructions, the FROM included
 */
public record Stage(int index, FromInstruction from, List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }

    /** Returns the name that AS gives; Docker compares names without regard to case. */
    public Optional<String> name() {
        return from.stageName().map(Word::value);
    }

    /** Returns the instructions of one type, in order. */
    public <T extends Instruction> Stream<T> instructions(Class<T> type) {
        return instructions.stream().filter(type::isInstance).map(type::cast);
    }

    /** Returns the last instruction of one type. */
    public <T extends Instruction> Optional<T> last(Class<T> type) {
        return instructions(type).reduce((first, second) -> second);
    }

    public Instruction lastInstruction() {
        return instructions.get(instructions.size() - 1);
    }
}

package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import java.util.List;

/**
 * What every instruction is made of.
 *
 * @param line the instruction as Docker reads it
 * @param children all tokens and nodes, trivia included
 * @param contentEnd the offset in the file after the last character that means something
 */
public record InstructionParts(LogicalLine line, List<SyntaxElement> children, int contentEnd) {
    public InstructionParts {
        children = List.copyOf(children);
    }
}

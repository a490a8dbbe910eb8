package dev.drydock.dockerfile.parse;

import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.LogicalLine;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import java.util.List;

/**
 * Cuts a logical line into file tokens, from left to right. What stands in the file between two logical characters
 * (continuations, comments) becomes tokens of its own, in the node that is open there.
 */
final class LogicalTokens {
    private final LogicalLine line;
    private final Interruptions interruptions;
    private int position;

    LogicalTokens(LogicalLine line, Interruptions interruptions) {
        this.line = line;
        this.interruptions = interruptions;
    }

    /** Returns the logical offset up to which tokens have been cut. */
    int position() {
        return position;
    }

    /** Cuts a token of {@code kind} up to the logical offset {@code end}; nothing if that is where we are. */
    void cut(List<SyntaxElement> out, DockerfileTokenKind kind, int end) {
        while (position < end) {
            interruptions.flushBefore(out, line.toFile(position));
            int start = position++;
            while (position < end && line.toFile(position) == line.toFile(position - 1) + 1) {
                position++;
            }
            TextRange range = new TextRange(line.toFile(start), line.toFile(position - 1) + 1);
            out.add(new Token(kind, line.file(), range));
        }
    }

    /** Cuts blanks up to {@code start}, and what interrupts the line there, so that a node can begin at that offset. */
    void blanksBefore(List<SyntaxElement> out, int start) {
        cut(out, DockerfileTokenKind.BLANKS, start);
        if (start < line.text().length()) {
            interruptions.flushBefore(out, line.toFile(start));
        }
    }
}

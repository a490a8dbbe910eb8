package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An instruction, from its keyword to the end of its last line (without the line ending), or to the terminator of its
 * last here-document. A continuation at the end of the file is part of it.
 */
public abstract class Instruction extends DockerfileNode {
    private final LogicalLine line;
    private final int contentEnd;

    Instruction(InstructionParts parts) {
        super(parts.line().file(), parts.children());
        this.line = parts.line();
        this.contentEnd = parts.contentEnd();
    }

    /** Returns the name in upper case: {@code FROM}. */
    public String name() {
        String text = line.text();
        int end = 0;
        while (end < text.length() && !Blanks.isSeparator(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toUpperCase(Locale.ROOT);
    }

    /** Returns the first token of the keyword, in the case in which the file writes it. */
    public Token keyword() {
        return token(DockerfileTokenKind.KEYWORD).orElseThrow();
    }

    /** Returns the instruction as Docker reads it; here-document bodies are not part of it. */
    public LogicalLine logicalLine() {
        return line;
    }

    public List<Flag> flags() {
        return children(Flag.class).toList();
    }

    /** Returns the first flag of the name, given without dashes. */
    public Optional<Flag> flag(String name) {
        return children(Flag.class).filter(flag -> flag.name().equals(name)).findFirst();
    }

    public List<Heredoc> heredocs() {
        return children(Heredoc.class).toList();
    }

    /** Returns the range from the keyword to the last character that means something; no trailing blanks. */
    public TextRange code() {
        return new TextRange(range().start(), contentEnd);
    }

    /** Returns whether the file ends in the middle of this instruction, after an escape character. */
    public boolean endsInContinuation() {
        List<SyntaxElement> children = children();
        SyntaxElement last = children.get(children.size() - 1);
        return last instanceof Token token
                && token.kind().isTrivia()
                && token.kind() != DockerfileTokenKind.BLANKS
                && token.kind() != DockerfileTokenKind.NEWLINE;
    }

    @Override
    protected Map<String, String> attributes() {
        return Map.of("name", name());
    }
}

package dev.drydock.edit;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileNode;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.JsonString;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Verbs that change a Dockerfile, each anchored to a node and answered by an edit. Whatever is added has the line ending,
 * the keyword case and the escape character that the file has there.
 */
public final class DockerfileEditor {
    private static final int LINE_WIDTH = 80;

    private final Dockerfile file;
    private final SourceText source;

    public DockerfileEditor(Dockerfile file) {
        this.file = file;
        this.source = file.source();
    }

    /** Returns the keyword in the case in which the file writes those around the anchor. */
    public String keyword(String name, Instruction anchor) {
        String written = anchor.keyword().text();
        boolean lower = !written.isEmpty() && written.equals(written.toLowerCase(Locale.ROOT));
        return lower ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT);
    }

    /** Inserts lines directly above an instruction, below the comments that belong to it. */
    public TextEdit insertAbove(Instruction anchor, List<String> lines) {
        return insertLines(source.lineStartAt(anchor.range().start()), lines);
    }

    /** Inserts lines above an instruction and above the comments that belong to it. */
    public TextEdit insertAboveComments(Instruction anchor, List<String> lines) {
        return insertLines(Comments.startWithComments(anchor), lines);
    }

    private TextEdit insertLines(int lineStart, List<String> lines) {
        String newline = source.lineEndingAt(lineStart).characters();
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(newline));
        int offset = lineStart == 0 && source.hasByteOrderMark() ? 1 : lineStart;
        return TextEdit.insert(offset, text.toString());
    }

    /**
     * Inserts lines directly below an instruction. If the instruction is the last line and that has no terminator, the
     * new last line has none either.
     */
    public TextEdit insertBelow(Instruction anchor, List<String> lines) {
        int end = anchor.range().end();
        int lineEnd = source.lineEndAt(end);
        String newline = source.lineEndingAt(anchor.range().start()).characters();
        boolean terminated = lineEnd > 0 && lineEnd > end && source.text().charAt(lineEnd - 1) == '\n';
        if (anchor.endsInContinuation()) {
            // The file ends after an escape character: what follows would be swallowed. Cut the loose end off.
            return TextEdit.replace(
                    new TextRange(anchor.code().end(), anchor.range().end()), newline + String.join(newline, lines));
        }
        if (terminated) {
            return TextEdit.insert(lineEnd, String.join(newline, lines) + newline);
        }
        return TextEdit.insert(lineEnd, newline + String.join(newline, lines));
    }

    /** Returns the lines of a RUN of commands joined by {@code &&}, in the style of the anchor: one line if it is short. */
    public List<String> run(List<String> commands, Instruction anchor) {
        String start = keyword("RUN", anchor) + " ";
        String joined = start + String.join(" && ", commands);
        if (joined.length() <= LINE_WIDTH) {
            return List.of(joined);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            String end = i < commands.size() - 1 ? " " + file.escapeCharacter() : "";
            lines.add((i == 0 ? start : "    && ") + commands.get(i) + end);
        }
        return lines;
    }

    /** Deletes an instruction with its whole lines; comments above it stay. */
    public TextEdit delete(Instruction instruction) {
        return deleteFrom(source.lineStartAt(instruction.range().start()), instruction);
    }

    /**
     * Deletes an instruction that was of no use any more, with its whole lines; comments above it stay. Of the blank lines
     * that set it apart, the one below goes with it where another stands above, so that no gap is left.
     */
    public TextEdit deleteParagraph(Instruction instruction) {
        TextEdit lines = delete(instruction);
        int start = lines.range().start();
        int end = lines.range().end();
        boolean apart = start == 0 || isBlankLine(start - 1);
        return apart && end < source.length() && isBlankLine(end)
                ? TextEdit.delete(new TextRange(start, source.lineEndAt(end)))
                : lines;
    }

    private boolean isBlankLine(int offset) {
        return source.slice(new TextRange(source.lineStartAt(offset), source.lineContentEndAt(offset)))
                .isBlank();
    }

    /**
     * Deletes an instruction with its whole lines and with the comments that speak of it alone: those directly above it,
     * if no other instruction follows directly below, of which they might speak, too.
     */
    public TextEdit deleteWithComments(Instruction instruction) {
        return closesParagraph(instruction)
                ? deleteFrom(Comments.startWithComments(instruction), instruction)
                : delete(instruction);
    }

    /** Deletes an instruction with its whole lines and with all comments directly above it, which are known to be about it. */
    public TextEdit deleteWithAllComments(Instruction instruction) {
        return deleteFrom(Comments.startWithComments(instruction), instruction);
    }

    private boolean closesParagraph(Instruction instruction) {
        int below = source.lineEndAt(instruction.range().end());
        return file.instructions().stream()
                .noneMatch(other -> source.lineStartAt(other.range().start()) == below
                        && other.range().start() > instruction.range().start());
    }

    private TextEdit deleteFrom(int lineStart, Instruction instruction) {
        int start = lineStart;
        if (start == 0 && source.hasByteOrderMark()) {
            start = 1;
        }
        int end = source.lineEndAt(instruction.range().end());
        boolean lastWithoutNewline = end == source.length() && !source.endsWithNewline() && start > 1;
        if (lastWithoutNewline) {
            // Take the newline of the line above, so that the file still ends without one.
            int above = source.lineContentEndAt(start - 1);
            return TextEdit.delete(new TextRange(above, end));
        }
        return TextEdit.delete(new TextRange(start, end));
    }

    /** Replaces the keyword, keeping its case. */
    public TextEdit replaceKeyword(Instruction instruction, String name) {
        List<Token> pieces = instruction.tokens(DockerfileTokenKind.KEYWORD).toList();
        Token first = pieces.get(0);
        Token last = first;
        int end = instruction
                .logicalLine()
                .toFile(new TextRange(0, keywordLength(instruction)))
                .end();
        for (Token piece : pieces) {
            if (piece.range().end() <= end) {
                last = piece;
            }
        }
        return TextEdit.replace(first.range().hull(last.range()), keyword(name, instruction));
    }

    private static int keywordLength(Instruction instruction) {
        return instruction.name().length();
    }

    /** Writes a keyword in another case; the letters stay the same. */
    public TextEdit changeCase(Token keyword, boolean upper) {
        String text = keyword.text();
        return TextEdit.replace(keyword.range(), upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT));
    }

    /** Replaces an argument; the text is quoted for JSON if the argument stands in an array. */
    public TextEdit replace(Argument argument, String text) {
        return TextEdit.replace(argument.range(), argument instanceof JsonString ? JsonText.quote(text) : text);
    }

    /** Adds a flag behind the keyword and the flags that are there. */
    public TextEdit addFlag(Instruction instruction, String flag) {
        List<Flag> flags = instruction.flags();
        int offset;
        if (flags.isEmpty()) {
            offset = instruction
                    .logicalLine()
                    .toFile(new TextRange(0, keywordLength(instruction)))
                    .end();
        } else {
            offset = flags.get(flags.size() - 1).range().end();
        }
        return TextEdit.insert(offset, " " + flag);
    }

    /**
     * Deletes one of several arguments with the blanks before it. A continuation before it stays, so that the lines of a
     * long list stay lines.
     */
    public TextEdit deleteArgument(Instruction instruction, Argument argument) {
        return deletePart(instruction, argument);
    }

    /** Deletes a flag with the blanks before it. */
    public TextEdit deleteFlag(Instruction instruction, Flag flag) {
        return deletePart(instruction, flag);
    }

    private static TextEdit deletePart(Instruction instruction, DockerfileNode argument) {
        List<SyntaxElement> siblings = instruction.children();
        int index = siblings.indexOf(argument);
        int start = argument.range().start();
        if (index > 0
                && siblings.get(index - 1) instanceof Token before
                && before.kind() == DockerfileTokenKind.BLANKS) {
            start = before.range().start();
        }
        return TextEdit.delete(new TextRange(start, argument.range().end()));
    }

    public Dockerfile file() {
        return file;
    }
}

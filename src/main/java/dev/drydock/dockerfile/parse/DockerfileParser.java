package dev.drydock.dockerfile.parse;

import static dev.drydock.dockerfile.DockerfileTokenKind.BLANKS;
import static dev.drydock.dockerfile.DockerfileTokenKind.BYTE_ORDER_MARK;
import static dev.drydock.dockerfile.DockerfileTokenKind.COMMENT;
import static dev.drydock.dockerfile.DockerfileTokenKind.CONTINUATION;
import static dev.drydock.dockerfile.DockerfileTokenKind.CONTINUATION_BLANK;
import static dev.drydock.dockerfile.DockerfileTokenKind.CONTINUATION_COMMENT;
import static dev.drydock.dockerfile.DockerfileTokenKind.HEREDOC_BODY;
import static dev.drydock.dockerfile.DockerfileTokenKind.HEREDOC_END;
import static dev.drydock.dockerfile.DockerfileTokenKind.NEWLINE;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.Blanks;
import dev.drydock.dockerfile.Directive;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.FromInstruction;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.LogicalLine;
import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Tiling;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Dockerfile line by line, as BuildKit does. Total: every text gives a tree that tiles it, and what is wrong with
 * it is reported beside the tree. The time is linear in the length of the text.
 *
 * <p>Source: BuildKit, {@code frontend/dockerfile/parser/parser.go}.
 */
public final class DockerfileParser {
    /** The longest line that BuildKit's scanner takes, in bytes. */
    private static final int LONGEST_LINE = 65_535;

    private final SourceText source;
    private final String text;
    private final List<SyntaxElement> children = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final DirectiveReader directives = new DirectiveReader();
    private int position;
    private char escape = '\\';

    private DockerfileParser(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** Returns whether a word, in any case, is the name of an instruction. */
    public static boolean isKeyword(String word) {
        return InstructionReader.isKeyword(word);
    }

    public static Dockerfile parse(SourceText source) {
        return new DockerfileParser(source).file();
    }

    private Dockerfile file() {
        if (source.hasByteOrderMark()) {
            token(children, BYTE_ORDER_MARK, 1);
        }
        while (position < text.length()) {
            line();
        }
        checkStages();
        problems.sort(Comparator.comparing(problem -> problem.range().start()));
        Dockerfile root = new Dockerfile(source, children, escape, problems);
        Tiling.check(root);
        return root;
    }

    private void line() {
        int contentEnd = contentEnd(position);
        int first = skipSpace(position, contentEnd);
        if (first < contentEnd && text.charAt(first) == '#') {
            commentOrDirective(first, contentEnd);
        } else {
            directives.end();
            if (first == contentEnd) {
                token(children, BLANKS, contentEnd);
            } else {
                instruction(first);
            }
        }
        newline(children);
    }

    private void commentOrDirective(int first, int contentEnd) {
        Optional<Directive> found =
                first == position ? directives.read(source, first, contentEnd, problems) : Optional.empty();
        if (found.isEmpty()) {
            directives.end();
            token(children, BLANKS, first);
            token(children, COMMENT, contentEnd);
            return;
        }
        Directive directive = found.get();
        children.add(directive);
        position = contentEnd;
        if (directive.name().equals("escape")) {
            String value = directive.value();
            if (value.equals("\\") || value.equals("`")) {
                escape = value.charAt(0);
            } else {
                problems.add(Problem.error(directive.range(), "the escape character must be \\ or `"));
            }
        }
    }

    private void instruction(int first) {
        int start = position;
        Joined joined = join(first);
        int from = 0;
        int to = joined.length;
        while (from < to && Blanks.isSpace(joined.text.charAt(from))) {
            from++;
        }
        while (to > from && Blanks.isSpace(joined.text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            joined.interruptions.fill(children, start, joined.end);
            position = joined.end;
            problems.add(Problem.error(new TextRange(start, joined.end), "a continuation without an instruction"));
            return;
        }
        LogicalLine line = joined.line(source, from, to);
        joined.interruptions.fill(children, start, line.toFile(0));
        InstructionReader.Draft draft = new InstructionReader(line, escape, joined.interruptions, problems).read();
        int contentEnd = line.toFile(line.text().length());
        if (joined.interruptedAfter(contentEnd)) {
            joined.interruptions.fill(draft.children(), contentEnd, joined.end);
            position = joined.end;
        } else {
            position = contentEnd;
        }
        if (draft.mayOpenHeredoc()) {
            contentEnd = heredocs(draft, line, contentEnd);
        }
        children.add(draft.finish(contentEnd));
        token(children, BLANKS, contentEnd(position));
    }

    /** Reads the bodies of the here-documents that the line opens and returns where the instruction ends. */
    private int heredocs(InstructionReader.Draft draft, LogicalLine line, int contentEnd) {
        int end = contentEnd;
        for (HeredocOpeners.Opener opener : HeredocOpeners.of(line.text())) {
            token(draft.children(), BLANKS, contentEnd(position));
            newline(draft.children());
            end = heredoc(draft, opener, end);
        }
        return end;
    }

    private int heredoc(InstructionReader.Draft draft, HeredocOpeners.Opener opener, int end) {
        List<SyntaxElement> parts = new ArrayList<>();
        int start = position;
        int lineStart = position;
        boolean terminated = false;
        while (lineStart < text.length() && !terminated) {
            int lineContentEnd = contentEnd(lineStart);
            if (isTerminator(lineStart, lineContentEnd, opener)) {
                terminated = true;
                token(parts, HEREDOC_BODY, lineStart);
                token(parts, HEREDOC_END, lineContentEnd);
            } else {
                lineStart = lineEnd(lineStart);
            }
        }
        if (!terminated) {
            token(parts, HEREDOC_BODY, text.length());
            int openerStart = draft.children().get(0).range().start();
            problems.add(Problem.error(new TextRange(openerStart, end), "this heredoc has no end"));
        }
        if (parts.isEmpty()) {
            return Math.max(end, start);
        }
        draft.children().add(new Heredoc(source, opener.name(), opener.expand(), opener.chomp(), terminated, parts));
        return position;
    }

    private boolean isTerminator(int lineStart, int lineContentEnd, HeredocOpeners.Opener opener) {
        int start = lineStart;
        while (opener.chomp() && start < lineContentEnd && text.charAt(start) == '\t') {
            start++;
        }
        return lineContentEnd - start == opener.name().length() && text.startsWith(opener.name(), start);
    }

    /** The characters of one instruction, joined over its physical lines. */
    private static final class Joined {
        private final StringBuilder text = new StringBuilder();
        private final Interruptions interruptions;
        private int[] toFile = new int[64];
        private int length;
        private int end;
        private int lastInterruption = -1;

        private Joined(SourceText source) {
            this.interruptions = new Interruptions(source);
        }

        private void append(String file, int from, int to) {
            if (length + to - from > toFile.length) {
                toFile = Arrays.copyOf(toFile, Math.max(toFile.length * 2, length + to - from));
            }
            text.append(file, from, to);
            for (int i = from; i < to; i++) {
                toFile[length++] = i;
            }
        }

        private void interrupt(DockerfileTokenKind kind, int from, int to) {
            interruptions.add(kind, from, to);
            lastInterruption = from;
            end = to;
        }

        private boolean interruptedAfter(int file) {
            return lastInterruption >= file;
        }

        private LogicalLine line(SourceText source, int from, int to) {
            int[] map = Arrays.copyOfRange(toFile, from, to + 1);
            map[to - from] = map[to - from - 1] + 1;
            return new LogicalLine(source, text.substring(from, to), map);
        }
    }

    private Joined join(int first) {
        Joined joined = new Joined(source);
        boolean continued = joinLine(joined, position, first);
        int lineStart = lineEnd(position);
        boolean warned = false;
        while (continued && lineStart < text.length()) {
            int contentEnd = contentEnd(lineStart);
            int start = skipSpace(lineStart, contentEnd);
            int next = lineEnd(lineStart);
            if (start < contentEnd && text.charAt(start) == '#') {
                joined.interrupt(CONTINUATION_COMMENT, lineStart, next);
            } else if (start == contentEnd) {
                joined.interrupt(CONTINUATION_BLANK, lineStart, next);
                if (!warned) {
                    problems.add(
                            Problem.harmless(new TextRange(lineStart, next), "an empty line within an instruction"));
                    warned = true;
                }
            } else {
                continued = joinLine(joined, lineStart, lineStart);
            }
            lineStart = next;
        }
        return joined;
    }

    /** Appends one physical line from {@code from} on, and returns whether it is continued. */
    private boolean joinLine(Joined joined, int lineStart, int from) {
        int contentEnd = contentEnd(lineStart);
        checkLength(lineStart, contentEnd);
        int last = contentEnd;
        while (last > from && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
            last--;
        }
        boolean continued =
                last > from && text.charAt(last - 1) == escape && (last - 1 == from || text.charAt(last - 2) != escape);
        if (continued) {
            joined.append(text, from, last - 1);
            joined.interrupt(CONTINUATION, last - 1, lineEnd(lineStart));
        } else {
            joined.append(text, from, contentEnd);
            joined.end = contentEnd;
        }
        return continued;
    }

    private void checkLength(int lineStart, int contentEnd) {
        if (contentEnd - lineStart > LONGEST_LINE) {
            problems.add(Problem.error(
                    new TextRange(lineStart, contentEnd),
                    "a line of " + (contentEnd - lineStart) + " characters; Docker takes at most " + LONGEST_LINE));
        }
    }

    private void checkStages() {
        boolean from = false;
        for (SyntaxElement child : children) {
            if (child instanceof FromInstruction) {
                from = true;
            } else if (child instanceof Instruction instruction && !from && !(child instanceof ArgInstruction)) {
                problems.add(Problem.error(instruction.code(), "no build stage: only ARG may stand before FROM"));
                return;
            }
        }
        if (!from) {
            problems.add(Problem.error(TextRange.at(text.length()), "no FROM: the file builds nothing"));
        }
    }

    private void token(List<SyntaxElement> out, DockerfileTokenKind kind, int end) {
        if (end > position) {
            out.add(new Token(kind, source, new TextRange(position, end)));
            position = end;
        }
    }

    private void newline(List<SyntaxElement> out) {
        int end = position;
        while (end < text.length() && text.charAt(end) == '\r') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '\n') {
            end++;
        }
        token(out, NEWLINE, end);
    }

    /** Returns the offset after the line feed of the line at {@code from}. */
    private int lineEnd(int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline + 1;
    }

    /** Returns the end of the line at {@code from} without its line feed and the carriage returns before that. */
    private int contentEnd(int from) {
        int end = text.indexOf('\n', from);
        end = end < 0 ? text.length() : end;
        while (end > from && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }

    private int skipSpace(int from, int end) {
        int i = from;
        while (i < end && Blanks.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}

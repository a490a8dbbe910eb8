package dev.drydock.transform.builtin;

import dev.drydock.dockerfile.Comments;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileTokenKind;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The comments of Dockerfiles that a rewrite takes away and puts nowhere else. A rule may take along what speaks of the code
 * that goes, but never without a word: so this is asked once, of each rewrite, and not by each rule.
 */
final class GoneComments {
    private static final char MARK = '#';

    private final Dockerfile file;
    private final String written;
    private final Set<String> sentences = new LinkedHashSet<>();

    private GoneComments(Dockerfile file, String written) {
        this.file = file;
        this.written = written;
    }

    /** Returns the rewrite with a note for each comment that goes. */
    static Rewrite announced(Rewrite rewrite, Project project) {
        List<String> notes = new ArrayList<>(rewrite.notes());
        for (FileChange change : rewrite.changes()) {
            if (change instanceof FileChange.Edits edits) {
                project
                        .file(change.path())
                        .filter(found -> found.kind() == FileKind.DOCKERFILE)
                        .map(found -> of(edits, found, rewrite))
                        .orElse(List.of())
                        .stream()
                        .filter(sentence -> !notes.contains(sentence))
                        .forEach(notes::add);
            }
        }
        return notes.size() == rewrite.notes().size() ? rewrite : rewrite.withNotes(notes);
    }

    private static List<String> of(FileChange.Edits edits, ProjectFile found, Rewrite rewrite) {
        SourceText source = found.source();
        List<TextEdit> suspects = edits.edits().stream()
                .filter(edit -> source.slice(edit.range()).indexOf(MARK) >= 0)
                .toList();
        if (suspects.isEmpty()) {
            return List.of();
        }
        GoneComments gone = new GoneComments(found.dockerfile(), written(rewrite));
        suspects.forEach(edit -> gone.look(edit.range()));
        return List.copyOf(gone.sentences);
    }

    /** Returns all text that the rewrite writes: a comment that stands in it has only moved. */
    private static String written(Rewrite rewrite) {
        StringBuilder all = new StringBuilder();
        for (FileChange change : rewrite.changes()) {
            if (change instanceof FileChange.Edits edits) {
                edits.edits().forEach(edit -> all.append(edit.replacement()).append('\n'));
            } else if (change instanceof FileChange.Creation creation) {
                all.append(creation.content()).append('\n');
            }
        }
        return all.toString();
    }

    private void look(TextRange range) {
        List<SyntaxElement> children = file.children();
        List<Token> pending = new ArrayList<>();
        for (int i = firstWithin(children, range.start());
                i < children.size() && children.get(i).range().start() < range.end();
                i++) {
            if (children.get(i) instanceof Instruction instruction) {
                above(instruction, pending);
                pending.clear();
                within(instruction, range);
            } else if (children.get(i) instanceof Token token
                    && token.kind() == DockerfileTokenKind.COMMENT
                    && goes(token.range(), range)) {
                pending.add(token);
            }
        }
        pending.forEach(token -> inLine(token.range().start()));
    }

    /** Children lie one behind the other, so that the first one of a range is found by halving. */
    private static int firstWithin(List<SyntaxElement> children, int start) {
        int low = 0;
        int high = children.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (children.get(middle).range().end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void above(Instruction instruction, List<Token> tokens) {
        List<Token> own = Comments.above(instruction);
        boolean directly = false;
        for (Token token : tokens) {
            if (own.contains(token)) {
                directly = true;
            } else {
                inLine(token.range().start());
            }
        }
        if (directly) {
            sentences.add("The comment above line " + instruction.line() + " goes with it.");
        }
    }

    private void within(Instruction instruction, TextRange range) {
        instruction
                .leaves()
                .filter(token -> token.kind() == DockerfileTokenKind.CONTINUATION_COMMENT)
                .map(Token::range)
                .filter(comment -> goes(comment, range))
                .forEach(comment -> inLine(comment.start()));
        if (instruction instanceof RunInstruction) {
            instruction.descendants(Heredoc.class).forEach(heredoc -> within(heredoc, range));
        }
    }

    private void within(Heredoc heredoc, TextRange range) {
        SourceText source = heredoc.source();
        int end = heredoc.body().end();
        for (int start = heredoc.body().start(); start < end; start = source.lineEndAt(start)) {
            TextRange line = new TextRange(start, source.lineContentEndAt(start));
            String text = source.slice(line).strip();
            if (text.length() > 1 && text.charAt(0) == MARK && text.charAt(1) != '!' && goes(line, range)) {
                inLine(start);
            }
        }
    }

    private boolean goes(TextRange comment, TextRange range) {
        String text = file.source().slice(comment).strip();
        return range.start() <= comment.start()
                && comment.end() <= range.end()
                && text.length() > 1
                && !written.contains(text);
    }

    private void inLine(int offset) {
        sentences.add("The comment in line " + file.source().line(offset) + " goes with it.");
    }
}

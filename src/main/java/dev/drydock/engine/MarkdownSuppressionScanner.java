package dev.drydock.engine;

import dev.drydock.project.ProjectFile;
import dev.drydock.script.Fragment;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comments of a Markdown text: {@code <!-- drydock ignore=id -->} holds for the next block of commands; a global one, for the
 * whole text, stands before the first block.
 */
final class MarkdownSuppressionScanner implements SuppressionScanner {
    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    @Override
    public List<Suppression> scan(ProjectFile file) {
        SourceText source = file.source();
        String text = source.text();
        if (!SuppressionComment.mayOccur(text)) {
            return List.of();
        }
        List<Suppression> found = new ArrayList<>();
        int open = text.indexOf(OPEN);
        while (open >= 0) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            int start = open + OPEN.length() - 1;
            SuppressionComment.parse(text, start, close).ifPresent(comment -> found.add(scoped(file, comment)));
            open = text.indexOf(OPEN, close);
        }
        return List.copyOf(found);
    }

    private static Suppression scoped(ProjectFile file, Suppression comment) {
        int start = comment.comment().start();
        List<Fragment> fragments = file.fragments();
        boolean first = fragments.isEmpty() || start < fragments.get(0).range().start();
        TextRange nowhere = TextRange.at(start);
        if (comment.global()) {
            TextRange whole = first ? new TextRange(0, file.source().length()) : nowhere;
            return comment.withScope(whole);
        }
        Optional<TextRange> next = block(file.source(), comment.comment().end());
        return comment.withScope(next.orElse(nowhere));
    }

    /** Returns the fenced block that is the next thing after an offset but empty lines. */
    private static Optional<TextRange> block(SourceText source, int from) {
        String text = source.text();
        int line = source.line(from) + 1;
        while (line <= source.lineCount() && content(source, line).isEmpty()) {
            line++;
        }
        if (line > source.lineCount() || !isFence(content(source, line))) {
            return Optional.empty();
        }
        int start = source.lineStart(line);
        do {
            line++;
        } while (line <= source.lineCount() && !isFence(content(source, line)));
        int end = line > source.lineCount() ? text.length() : source.lineEndAt(source.lineStart(line));
        return Optional.of(new TextRange(start, end));
    }

    private static boolean isFence(String line) {
        return line.startsWith("```") || line.startsWith("~~~");
    }

    private static String content(SourceText source, int line) {
        int start = source.lineStart(line);
        return source.text().substring(start, source.lineContentEndAt(start)).strip();
    }
}

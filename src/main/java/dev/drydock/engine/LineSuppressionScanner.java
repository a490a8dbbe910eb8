package dev.drydock.engine;

import dev.drydock.project.ProjectFile;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comments of files whose comments start with {@code #}. On a line of its own, a comment holds for the next line that is
 * neither empty nor a comment; at the end of a line, for that line; either with everything below it that is indented
 * deeper. A global comment stands before the first line that is neither empty nor a comment.
 */
final class LineSuppressionScanner implements SuppressionScanner {
    @Override
    public List<Suppression> scan(ProjectFile file) {
        SourceText source = file.source();
        if (!SuppressionComment.mayOccur(source.text())) {
            return List.of();
        }
        List<Suppression> found = new ArrayList<>();
        boolean head = true;
        for (int line = 1; line <= source.lineCount(); line++) {
            int start = source.lineStart(line);
            int end = source.lineContentEndAt(start);
            int first = firstNonBlank(source.text(), start, end);
            boolean ownLine = first < end && source.text().charAt(first) == '#';
            Optional<Suppression> comment =
                    ownLine ? SuppressionComment.parse(source.text(), first, end) : trailing(source.text(), first, end);
            boolean isHead = head;
            int at = line;
            comment.ifPresent(found1 -> found.add(scoped(source, found1, ownLine ? next(source, at + 1) : at, isHead)));
            head &= ownLine || first == end;
        }
        return found;
    }

    private static Suppression scoped(SourceText source, Suppression comment, int line, boolean head) {
        if (comment.global() && head) {
            return comment.withScope(new TextRange(0, source.length()));
        }
        boolean nowhere = comment.global() || line > source.lineCount();
        TextRange scope = nowhere ? TextRange.at(comment.comment().start()) : block(source, line);
        return new Suppression(comment.comment(), scope, comment.names(), comment.origin(), false, comment.reason());
    }

    private static Optional<Suppression> trailing(String text, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            boolean starts = text.charAt(i) == '#' && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t');
            if (starts) {
                Optional<Suppression> comment = SuppressionComment.parse(text, i, end);
                if (comment.isPresent()) {
                    return comment;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the first line from {@code line} on that is neither empty nor a comment. */
    private static int next(SourceText source, int line) {
        int found = line;
        while (found <= source.lineCount()) {
            int start = source.lineStart(found);
            int end = source.lineContentEndAt(start);
            int first = firstNonBlank(source.text(), start, end);
            if (first < end && source.text().charAt(first) != '#') {
                break;
            }
            found++;
        }
        return found;
    }

    /** Returns the range of a line and of everything below it that is indented deeper. */
    private static TextRange block(SourceText source, int line) {
        int start = source.lineStart(line);
        int indent = firstNonBlank(source.text(), start, source.lineContentEndAt(start)) - start;
        int end = source.lineContentEndAt(start);
        for (int below = line + 1; below <= source.lineCount(); below++) {
            int belowStart = source.lineStart(below);
            int belowEnd = source.lineContentEndAt(belowStart);
            int first = firstNonBlank(source.text(), belowStart, belowEnd);
            if (first < belowEnd) {
                if (first - belowStart <= indent) {
                    break;
                }
                end = belowEnd;
            }
        }
        return new TextRange(start, end);
    }

    private static int firstNonBlank(String text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }
}

package dev.drydock.edit;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Takes words out of a command that may stand on many lines, and leaves no empty line behind. */
final class WordDeletion {
    private final SourceText source;
    private final char escape;
    private final TreeMap<Integer, List<TextRange>> byLine = new TreeMap<>();

    WordDeletion(Dockerfile file, List<TextRange> words) {
        this.source = file.source();
        this.escape = file.escapeCharacter();
        for (TextRange word : words) {
            byLine.computeIfAbsent(source.line(word.start()), line -> new ArrayList<>())
                    .add(word);
        }
    }

    Optional<List<TextEdit>> edits() {
        List<TextEdit> edits = new ArrayList<>();
        for (int line : byLine.keySet()) {
            if (!isOwn(line)) {
                byLine.get(line).forEach(word -> edits.add(within(line, word)));
            } else if (isContinued(line)) {
                if (!endsList(line)) {
                    edits.add(TextEdit.delete(whole(line)));
                }
            } else {
                Optional<TextEdit> tail = tail(line);
                if (tail.isEmpty()) {
                    return Optional.empty();
                }
                edits.add(tail.get());
            }
        }
        return Optional.of(edits);
    }

    /** Whether the line, and all that follow it, go to the end of the instruction: the last of them takes it along. */
    private boolean endsList(int line) {
        int last = line;
        while (isContinued(last)) {
            last++;
            if (!byLine.containsKey(last) || !isOwn(last)) {
                return false;
            }
        }
        return true;
    }

    private Optional<TextEdit> tail(int line) {
        int previous = line - 1;
        while (byLine.containsKey(previous) && isOwn(previous)) {
            previous--;
        }
        if (previous < 1 || !isContinued(previous)) {
            return Optional.empty();
        }
        int end = content(previous).end() - 1;
        while (end > 0 && isBlank(source.text().charAt(end - 1))) {
            end--;
        }
        return Optional.of(TextEdit.delete(new TextRange(end, content(line).end())));
    }

    /** Deletes a word with the blanks that parted it from the word before or, at the start of the line, behind it. */
    private TextEdit within(int line, TextRange word) {
        int start = word.start();
        while (start > source.lineStart(line) && isBlank(source.text().charAt(start - 1))) {
            start--;
        }
        if (start > source.lineStart(line)) {
            return TextEdit.delete(new TextRange(start, word.end()));
        }
        int end = word.end();
        while (end < source.length() && isBlank(source.text().charAt(end))) {
            end++;
        }
        return TextEdit.delete(new TextRange(word.start(), end));
    }

    /** Whether the line holds only words that go, and perhaps a continuation. */
    private boolean isOwn(int line) {
        TextRange content = content(line);
        StringBuilder rest = new StringBuilder();
        int done = content.start();
        for (TextRange word : byLine.get(line)) {
            rest.append(source.text(), done, word.start());
            done = word.end();
        }
        rest.append(source.text(), done, content.end());
        String left = rest.toString().strip();
        return left.isEmpty() || left.equals(String.valueOf(escape));
    }

    private boolean isContinued(int line) {
        TextRange content = content(line);
        boolean comment = source.slice(content).stripLeading().startsWith("#");
        return !comment && !content.isEmpty() && source.text().charAt(content.end() - 1) == escape;
    }

    private TextRange whole(int line) {
        int start = source.lineStart(line);
        return new TextRange(start, source.lineEndAt(start));
    }

    /** Returns the line without blanks and terminator at its end. */
    private TextRange content(int line) {
        int start = source.lineStart(line);
        int end = source.lineContentEndAt(start);
        while (end > start && isBlank(source.text().charAt(end - 1))) {
            end--;
        }
        return new TextRange(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}

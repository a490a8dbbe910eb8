package dev.drydock.model;

import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.ScalarStyle;
import dev.drydock.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Dockerfile that stands in a compose file as a literal block ({@code dockerfile_inline: |}), and where each of its
 * lines is written. Compose puts in variables before the Dockerfile is read: nothing that holds a dollar sign is certain.
 */
public final class InlineDockerfile {
    private final String text;
    /** Where each line of the text starts in it, and where in the file. */
    private final List<Line> lines;

    private record Line(int start, int end, int inFile) {}

    private InlineDockerfile(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** Returns the Dockerfile, or empty if it is not written as a literal block. */
    public static Optional<InlineDockerfile> of(YamlScalar scalar) {
        Optional<Token> token = scalar.token();
        if (scalar.style() != ScalarStyle.LITERAL || token.isEmpty()) {
            return Optional.empty();
        }
        String text = scalar.value();
        String written = token.get().text();
        List<Line> lines = new ArrayList<>();
        int start = 0;
        int position = written.indexOf('\n') + 1;
        while (start < text.length() && position > 0) {
            int end = lineEnd(text, start);
            int writtenEnd = lineEnd(written, position);
            String line = text.substring(start, end);
            String content = written.substring(position, writtenEnd).replace("\r", "");
            if (!content.endsWith(line)
                    || !content.substring(0, content.length() - line.length()).isBlank()) {
                return Optional.empty();
            }
            int indentation = content.length() - line.length();
            lines.add(new Line(start, end, token.get().range().start() + position + indentation));
            start = end + 1;
            position = writtenEnd + 1 > written.length() ? 0 : writtenEnd + 1;
        }
        return start < text.length() ? Optional.empty() : Optional.of(new InlineDockerfile(text, lines));
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    public String text() {
        return text;
    }

    /** Returns where a part of one line stands in the file; empty for more than one line. */
    public Optional<TextRange> inFile(TextRange part) {
        return lines.stream()
                .filter(line -> line.start() <= part.start() && part.end() <= line.end())
                .findFirst()
                .map(line -> part.shift(line.inFile() - line.start()));
    }

    /** Returns whether variables or doubled dollar signs make the Dockerfile another one than is written. */
    public boolean isInterpolated() {
        return text.indexOf('$') >= 0;
    }

    /** Returns the smallest place in the file that holds a part of the text, which may span lines. */
    public TextRange around(TextRange part) {
        int start = inFile(part.start());
        return new TextRange(start, Math.max(start, inFile(part.end())));
    }

    private int inFile(int offset) {
        Line found = lines.get(0);
        for (Line line : lines) {
            if (line.start() <= offset) {
                found = line;
            }
        }
        return found.inFile() + Math.min(offset, found.end()) - found.start();
    }

    /**
     * Returns an edit of the text as one of the file: its lines get the indentation of the block, its dollar signs are
     * doubled. Empty if it reaches behind the last line, where the indentation of what follows begins.
     *
     * @param source the text of the file
     */
    public Optional<TextEdit> inFile(TextEdit edit, SourceText source) {
        TextRange range = edit.range();
        if (range.end() > lines.get(lines.size() - 1).end()) {
            return Optional.empty();
        }
        TextRange place = around(range);
        int first = lines.get(0).inFile();
        int lineStart = source.text().lastIndexOf('\n', first - 1) + 1;
        String indentation = source.text().substring(lineStart, first);
        String eol = source.text().startsWith("\r\n", source.text().indexOf('\n', first) - 1) ? "\r\n" : "\n";
        String replacement = edit.replacement().replace("$", "$$").replace("\n", eol + indentation);
        return Optional.of(TextEdit.replace(place, replacement));
    }
}

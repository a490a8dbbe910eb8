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
 * lines is written. Compose puts in variables before the Dockerfile is read: a doubled dollar sign is one of the Dockerfile,
 * and with a single one it is not certain what the Dockerfile says.
 *
 * <p>Source: compose-spec, 12-interpolation.
 */
public final class InlineDockerfile {
    private static final String DOLLAR = "$";
    /** How the file writes a dollar sign of the Dockerfile. */
    private static final String WRITTEN_DOLLAR = "$$";

    private final String text;
    private final boolean interpolated;
    /** Where each line of the text starts in it, and where in the file. */
    private final List<Line> lines;

    /**
     * One line of the text.
     *
     * @param start where it starts in the text
     * @param end where it ends in the text, without its line end
     * @param inFile where it starts in the file, behind the indentation
     * @param written what the file holds from there on
     */
    private record Line(int start, int end, int inFile, String written) {

        /** Returns where a place of the text that is in this line stands in the file. */
        int inFile(int offset) {
            int length = 0;
            for (int place = start; place < offset; place++) {
                length += written.startsWith(WRITTEN_DOLLAR, length) ? WRITTEN_DOLLAR.length() : 1;
            }
            return inFile + length;
        }
    }

    private InlineDockerfile(String text, boolean interpolated, List<Line> lines) {
        this.text = text;
        this.interpolated = interpolated;
        this.lines = lines;
    }

    /** Returns the Dockerfile, or empty if it is not written as a literal block. */
    public static Optional<InlineDockerfile> of(YamlScalar scalar) {
        Optional<Token> token = scalar.token();
        if (scalar.style() != ScalarStyle.LITERAL || token.isEmpty()) {
            return Optional.empty();
        }
        String value = scalar.value();
        String written = token.get().text();
        List<Line> lines = new ArrayList<>();
        int start = 0;
        int startInText = 0;
        int position = written.indexOf('\n') + 1;
        while (start < value.length() && position > 0) {
            int end = lineEnd(value, start);
            int writtenEnd = lineEnd(written, position);
            String line = value.substring(start, end);
            String content = written.substring(position, writtenEnd).replace("\r", "");
            if (!content.endsWith(line)
                    || !content.substring(0, content.length() - line.length()).isBlank()) {
                return Optional.empty();
            }
            int indentation = content.length() - line.length();
            int endInText = startInText + unescaped(line).length();
            lines.add(new Line(startInText, endInText, token.get().range().start() + position + indentation, line));
            start = end + 1;
            startInText = endInText + 1;
            position = writtenEnd + 1 > written.length() ? 0 : writtenEnd + 1;
        }
        boolean interpolated = value.replace(WRITTEN_DOLLAR, "").contains(DOLLAR);
        return start < value.length()
                ? Optional.empty()
                : Optional.of(new InlineDockerfile(unescaped(value), interpolated, lines));
    }

    private static String unescaped(String value) {
        return value.replace(WRITTEN_DOLLAR, DOLLAR);
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /** Returns the Dockerfile as the builder gets it, if nothing is interpolated. */
    public String text() {
        return text;
    }

    /** Returns where a part of one line stands in the file; empty for more than one line. */
    public Optional<TextRange> inFile(TextRange part) {
        return lines.stream()
                .filter(line -> line.start() <= part.start() && part.end() <= line.end())
                .findFirst()
                .map(line -> new TextRange(line.inFile(part.start()), line.inFile(part.end())));
    }

    /** Returns whether variables of compose make the Dockerfile another one than the text. */
    public boolean isInterpolated() {
        return interpolated;
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
        return found.inFile(Math.min(offset, found.end()));
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
        String replacement = edit.replacement().replace(DOLLAR, WRITTEN_DOLLAR).replace("\n", eol + indentation);
        return Optional.of(TextEdit.replace(place, replacement));
    }
}

package dev.drydock.model;

import dev.drydock.syntax.Token;
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
final class InlineDockerfile {
    private final String text;
    /** Where each line of the text starts in it, and where in the file. */
    private final List<Line> lines;

    private record Line(int start, int end, int inFile) {}

    private InlineDockerfile(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    /** Returns the Dockerfile, or empty if it is not written as a literal block. */
    static Optional<InlineDockerfile> of(YamlScalar scalar) {
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

    String text() {
        return text;
    }

    /** Returns where a part of one line stands in the file; empty for more than one line. */
    Optional<TextRange> inFile(TextRange part) {
        return lines.stream()
                .filter(line -> line.start() <= part.start() && part.end() <= line.end())
                .findFirst()
                .map(line -> part.shift(line.inFile() - line.start()));
    }
}

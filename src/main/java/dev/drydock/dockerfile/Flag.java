package dev.drydock.dockerfile;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A builder flag before the arguments: {@code --from=build}, {@code --link}, {@code --mount=type=cache,target=/root}. */
public final class Flag extends DockerfileNode {
    private final LogicalLine line;
    private final TextRange logicalName;
    private final Optional<TextRange> logicalValue;

    public Flag(
            LogicalLine line,
            TextRange logicalName,
            Optional<TextRange> logicalValue,
            List<? extends SyntaxElement> children) {
        super(line.file(), children);
        this.line = line;
        this.logicalName = logicalName;
        this.logicalValue = logicalValue;
    }

    /** Returns the name without dashes: {@code from}. */
    public String name() {
        return line.text().substring(logicalName.start() + 2, logicalName.end());
    }

    /** Returns the text after the equals sign, quotes and escapes removed as BuildKit does; empty without one. */
    public Optional<String> value() {
        return logicalValue.map(range -> unquote(line.text().substring(range.start(), range.end())));
    }

    /** Returns where in the file the value stands. */
    public Optional<TextRange> valueRange() {
        return logicalValue.map(line::toFile);
    }

    /**
     * Returns where in the file a part of {@link #value()} stands; empty if quotes or escapes were resolved in the value,
     * so that it is not written as it is.
     */
    public Optional<TextRange> inFile(TextRange part) {
        return logicalValue
                .filter(range -> value().orElseThrow().length() == range.length())
                .map(range -> line.toFile(part.shift(range.start())));
    }

    /** Returns the comma separated options of a {@code --mount} value, in order. */
    public List<MountOption> mountOptions() {
        List<MountOption> options = new ArrayList<>();
        String value = value().orElse("");
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            String option = value.substring(start, end);
            int equals = option.indexOf('=');
            if (!option.isEmpty()) {
                options.add(
                        equals < 0
                                ? new MountOption(option, Optional.empty())
                                : new MountOption(
                                        option.substring(0, equals), Optional.of(option.substring(equals + 1))));
            }
            start = end + 1;
        }
        return options;
    }

    /** Returns the value of one option of a {@code --mount}, by any of the given names. */
    public Optional<String> mountOption(String... names) {
        List<String> wanted = List.of(names);
        return mountOptions().stream()
                .filter(option -> wanted.contains(option.key()))
                .findFirst()
                .map(option -> option.value().orElse(""));
    }

    /** Source: BuildKit, {@code parser/split_command.go}, where quotes and backslashes in flags are resolved. */
    private static String unquote(String text) {
        StringBuilder result = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                result.append(text.charAt(++i));
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    @Override
    public <R> R accept(DockerfileVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    protected Map<String, String> attributes() {
        return value().map(value -> Map.of("name", name(), "value", value)).orElse(Map.of("name", name()));
    }
}

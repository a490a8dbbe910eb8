package dev.drydock.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of an {@code .env} file: {@code KEY=value}, one a line, {@code export} allowed, values in quotes or up to a
 * comment (compose documentation, "Syntax for environment variables"). Values in quotes over several lines are read too.
 */
public final class DotEnv {
    private final String text;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private int position;

    private DotEnv(String text) {
        this.text = text;
    }

    /** Returns the variables in the order of the text, the last value for each; lines that are none are skipped. */
    public static Map<String, String> parse(String text) {
        DotEnv parser = new DotEnv(text);
        while (parser.position < text.length()) {
            parser.line();
        }
        return parser.variables;
    }

    private void line() {
        int end = lineEnd(position);
        int equals = text.indexOf('=', position);
        String start = text.substring(position, end).strip();
        if (start.isEmpty() || start.startsWith("#") || equals < 0 || equals >= end) {
            position = end + 1;
            return;
        }
        String name = text.substring(position, equals).strip();
        if (name.startsWith("export ")) {
            name = name.substring("export ".length()).strip();
        }
        position = equals + 1;
        while (position < end && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
            position++;
        }
        Optional<String> value = position < end ? quoted(text.charAt(position)) : Optional.empty();
        variables.put(name, value.orElseGet(() -> unquoted(lineEnd(position))));
        position = lineEnd(Math.min(position, text.length())) + 1;
    }

    private int lineEnd(int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline;
    }

    private Optional<String> quoted(char quote) {
        if (quote != '"' && quote != '\'') {
            return Optional.empty();
        }
        StringBuilder value = new StringBuilder();
        for (int i = position + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                position = i + 1;
                String spelled = value.toString();
                return Optional.of(quote == '"' ? interpolated(spelled) : spelled);
            }
            if (c == '\\' && quote == '"' && i + 1 < text.length()) {
                i++;
                value.append(unescaped(text.charAt(i)));
            } else {
                value.append(c);
            }
        }
        return Optional.empty();
    }

    private static String unescaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '$' -> "$$";
            default -> String.valueOf(c);
        };
    }

    private String unquoted(int end) {
        String value = text.substring(position, end);
        int comment = value.indexOf(" #");
        return interpolated((comment < 0 ? value : value.substring(0, comment)).strip());
    }

    private String interpolated(String value) {
        return Interpolation.of(value).evaluate(variables).orElse(value);
    }
}

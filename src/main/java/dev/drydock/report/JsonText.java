package dev.drydock.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** Maps and lists as indented JSON, keys in the order in which they were put. */
public final class JsonText {
    private JsonText() {}

    /** Writes the value and a final newline. */
    public static void write(PrintWriter out, Object value) {
        try {
            out.print(visible(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value)));
            out.print('\n');
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("cannot write JSON: " + e.getOriginalMessage(), e));
        }
    }

    /**
     * Escapes what JSON allows and a log or a terminal obeys. It stands in strings only, so that the value stays the same;
     * line feeds between the values are kept.
     */
    private static String visible(String json) {
        StringBuilder visible = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean half = Character.isSurrogate(c) && Printable.isUnsafe(json.codePointAt(pairStart(json, i)));
            boolean command = c == '#' && json.startsWith("##", i);
            if (command || half || (c != '\n' && !Character.isSurrogate(c) && Printable.isUnsafe(c))) {
                visible.append(String.format("\\u%04X", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    private static int pairStart(String json, int i) {
        return Character.isLowSurrogate(json.charAt(i)) && i > 0 && Character.isHighSurrogate(json.charAt(i - 1))
                ? i - 1
                : i;
    }
}

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
            out.print(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value));
            out.print('\n');
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("cannot write JSON: " + e.getOriginalMessage(), e));
        }
    }
}

package dev.drydock.cli;

import dev.drydock.forge.ForgeCredentials;
import dev.drydock.forge.Platform;
import dev.drydock.knowledge.Confidential;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The values that no output may hold. Each line that is printed passes here, whatever printed it. */
final class Masking {

    private final List<String> values = new CopyOnWriteArrayList<>();

    /** Returns what masks every token that the environment holds. */
    static Masking ofTokens(Surroundings surroundings) {
        Masking masking = new Masking();
        Set<String> names = new LinkedHashSet<>(List.of("DRYDOCK_TOKEN"));
        for (Platform platform : Platform.values()) {
            names.addAll(ForgeCredentials.variables(platform));
        }
        for (String name : names) {
            surroundings.variable(name).map(String::strip).ifPresent(masking::add);
        }
        return masking;
    }

    /** Declares a value confidential from now on. A value that is too short to be told from other text is not masked. */
    void add(String value) {
        if (value.length() >= 4 && value.indexOf('\n') < 0 && !values.contains(value)) {
            values.add(value);
            // A value that holds another goes first, so that nothing of it is left.
            values.sort(Comparator.comparingInt(String::length).reversed());
        }
    }

    String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, Confidential.MASK);
        }
        return masked;
    }

    /** Returns a writer that passes lines on, masked. */
    PrintWriter over(PrintWriter out) {
        return new PrintWriter(new LineWriter(out), false);
    }

    /** Holds text back until its line is complete, because a value may come in two parts. */
    private final class LineWriter extends FilterWriter {
        private final StringBuilder line = new StringBuilder();

        LineWriter(Writer out) {
            super(out);
        }

        @Override
        public void write(int c) throws IOException {
            write(String.valueOf((char) c), 0, 1);
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            write(new String(buffer, offset, length), 0, length);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            line.append(text, offset, offset + length);
            int newline = line.lastIndexOf("\n");
            if (newline >= 0) {
                out.write(mask(line.substring(0, newline + 1)));
                line.delete(0, newline + 1);
            }
        }

        @Override
        public void flush() throws IOException {
            out.write(mask(line.toString()));
            line.setLength(0);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            flush();
            out.close();
        }
    }
}

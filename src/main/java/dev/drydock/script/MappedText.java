package dev.drydock.script;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.ShellSource;
import dev.drydock.shell.parse.ShellParser;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import java.util.Arrays;

/** A text that is put together from pieces of a file, and where each of its characters comes from. */
final class MappedText {
    private final SourceText file;
    private final StringBuilder text = new StringBuilder();
    private int[] toFile = new int[64];
    private int end;

    MappedText(SourceText file) {
        this.file = file;
    }

    /** Appends the characters {@code [start, end)} of the file. */
    void keep(int start, int end) {
        for (int i = start; i < end; i++) {
            put(file.text().charAt(i), i);
        }
    }

    /** Appends {@code c} for the character of the file at {@code offset}. */
    void put(char c, int offset) {
        if (text.length() + 1 >= toFile.length) {
            toFile = Arrays.copyOf(toFile, toFile.length * 2);
        }
        toFile[text.length()] = offset;
        text.append(c);
        end = offset + 1;
    }

    /**
     * Appends a shell parameter of the same length for the characters {@code [start, end)}, at least two, which something
     * else expands before the shell: their value is known as little.
     */
    void putExpansion(int start, int end, String name) {
        if (end - start < 4) {
            put('$', start);
            for (int i = start + 1; i < end; i++) {
                put('_', i);
            }
            return;
        }
        put('$', start);
        put('{', start + 1);
        for (int i = start + 2; i < end - 1; i++) {
            int place = i - start - 2;
            put(place < name.length() ? name.charAt(place) : '_', i);
        }
        put('}', end - 1);
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    String text() {
        return text.toString();
    }

    ShellScript parse() {
        int[] map = Arrays.copyOf(toFile, text.length() + 1);
        map[text.length()] = end;
        return ShellParser.parse(ShellSource.mapped(text.toString(), map, file));
    }

    Fragment fragment(Fragment.Host host) {
        TextRange range = text.length() == 0 ? TextRange.at(end) : new TextRange(toFile[0], end);
        return new Fragment(host, parse(), range);
    }
}

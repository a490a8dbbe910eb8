package dev.drydock.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;

/**
 * One line on a terminal that is written over and over while something takes long, and that leaves nothing behind. It
 * shows nothing where nobody watches, and where somebody watches who does not want it: with {@code --quiet},
 * {@code NO_COLOR}, {@code CI} or a dumb terminal. For one thread.
 */
final class StatusLine {
    private static final int DEFAULT_WIDTH = 80;

    private final PrintWriter terminal;
    private final boolean shown;
    private final int width;
    private int written;

    private StatusLine(PrintWriter terminal, boolean shown, int width) {
        this.terminal = terminal;
        this.shown = shown;
        this.width = width;
    }

    static StatusLine of(Surroundings surroundings, PrintWriter err, boolean quiet) {
        boolean unwanted = Stream.of("NO_COLOR", "CI")
                        .anyMatch(name -> surroundings.variable(name).isPresent())
                || surroundings.variable("TERM").filter("dumb"::equals).isPresent();
        return new StatusLine(err, surroundings.errorTerminal() && !quiet && !unwanted, width(surroundings));
    }

    /** Returns how much fits on one line. The last column stays free: many terminals wrap when it is written. */
    private static int width(Surroundings surroundings) {
        try {
            int columns =
                    surroundings.variable("COLUMNS").map(Integer::parseInt).orElse(DEFAULT_WIDTH);
            return columns < 2 ? DEFAULT_WIDTH - 1 : columns - 1;
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH - 1;
        }
    }

    /** Shows a text in the place of the one before. */
    void show(String text) {
        if (shown) {
            int end = text.offsetByCodePoints(0, Math.min(width, text.codePointCount(0, text.length())));
            write(text.substring(0, end));
            terminal.flush();
        }
    }

    /** Takes the line away, so that something else can be printed. */
    void clear() {
        if (written > 0) {
            write("");
            terminal.print('\r');
            terminal.flush();
        }
    }

    /** Blanks instead of control sequences: what was longer before is written over. */
    private void write(String text) {
        int length = text.codePointCount(0, text.length());
        terminal.print("\r" + text + " ".repeat(Math.max(0, written - length)));
        written = length;
    }
}

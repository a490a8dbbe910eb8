package dev.drydock.syntax;

import dev.drydock.text.TextRange;

/**
 * Something wrong with a text, found while reading it. A parser reports problems beside the tree and never throws.
 *
 * @param range where
 * @param severity what it means for repairing the file
 * @param message what is wrong, in one line and without a final full stop
 */
public record Problem(TextRange range, Severity severity, String message) {

    /** What a problem means for repairing the file. */
    public enum Severity {
        /** Docker warns or says nothing; the file can be repaired. */
        HARMLESS,
        /** Docker would refuse the file, or read it otherwise than it looks: nothing in it is changed. */
        ERROR
    }

    public static Problem error(TextRange range, String message) {
        return new Problem(range, Severity.ERROR, message);
    }

    public static Problem harmless(TextRange range, String message) {
        return new Problem(range, Severity.HARMLESS, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

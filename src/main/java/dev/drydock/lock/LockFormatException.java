package dev.drydock.lock;

import java.io.Serial;

/** A text that is not a lock file which this version understands. The message is one line without a final full stop. */
public final class LockFormatException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    LockFormatException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Returns the 1-based line. */
    public int line() {
        return line;
    }

    /** Returns the 1-based column, counted in code points. */
    public int column() {
        return column;
    }
}

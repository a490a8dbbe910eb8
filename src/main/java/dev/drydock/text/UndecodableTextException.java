package dev.drydock.text;

/** Bytes that are not UTF-8 text. Drydock refuses such a file rather than guess an encoding and damage it. */
public final class UndecodableTextException extends Exception {
    private final int line;
    private final int column;

    UndecodableTextException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Returns the 1-based line of the first offending byte. */
    public int line() {
        return line;
    }

    /** Returns the 1-based column of the first offending byte, counted in bytes. */
    public int column() {
        return column;
    }
}

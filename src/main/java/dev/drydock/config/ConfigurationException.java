package dev.drydock.config;

import java.nio.file.Path;

/** A configuration that cannot be used. The message is one line and names the file and the place in it. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int line;
    private final int column;
    private final String problem;

    ConfigurationException(Path file, String message) {
        super(file + ": " + message);
        this.file = file;
        this.line = 0;
        this.column = 0;
        this.problem = message;
    }

    /** @param line 1-based, as is the column */
    ConfigurationException(Path file, int line, int column, String message) {
        super(file + ":" + line + ":" + column + ": " + message);
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = message;
    }

    /** Returns the file that cannot be used. */
    public Path file() {
        return file;
    }

    /** Returns the line, from 1; 0 where it is the whole file. */
    public int line() {
        return line;
    }

    /** Returns the column, from 1; 0 where it is the whole file. */
    public int column() {
        return column;
    }

    /** Returns what is wrong, without the place. */
    public String problem() {
        return problem;
    }
}

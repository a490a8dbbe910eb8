package dev.drydock.proposal;

import java.io.IOException;

/** A configuration or a lock file of a commit that cannot be used; the message is one line with its place. */
final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final int line;
    private final int column;
    private final String problem;

    BrokenFileException(String path, int line, int column, String problem, String message, Exception cause) {
        super(message, cause);
        this.path = path;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** Returns the path below the top of the commit. */
    String path() {
        return path;
    }

    /** Returns the line, from 1; 0 where it is the whole file. */
    int line() {
        return line;
    }

    /** Returns the column, from 1; 0 where it is the whole file. */
    int column() {
        return column;
    }

    /** Returns what is wrong, without the place. */
    String problem() {
        return problem;
    }
}

package dev.drydock.shell.parse;

/** Ends the reading of a script that is no shell script. Never leaves this package. */
final class NotParsableException extends RuntimeException {
    private final int offset;

    NotParsableException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** Returns where in the shell text. */
    int offset() {
        return offset;
    }
}

package dev.drydock.yaml.parse;

/** The engine read the text, but its tokens and events do not tell where everything stands. */
final class UnmappedException extends Exception {
    private final int offset;

    UnmappedException(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    /** Returns where in the text, as a UTF-16 offset. */
    int offset() {
        return offset;
    }
}

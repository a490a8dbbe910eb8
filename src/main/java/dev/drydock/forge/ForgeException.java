package dev.drydock.forge;

import dev.drydock.git.OneLine;
import java.io.IOException;

/** A forge did not do what it was asked. The message is one line, made for the user, and holds no credential. */
public class ForgeException extends IOException {
    private final int status;

    /** Makes one for a failure without an answer. */
    public ForgeException(String message) {
        this(message, 0);
    }

    /**
     * Makes one for an answer.
     *
     * @param status the HTTP status, 0 if there was none
     */
    public ForgeException(String message, int status) {
        super(OneLine.of(message));
        this.status = status;
    }

    /** Returns the HTTP status, 0 if there was no answer. */
    public int status() {
        return status;
    }
}

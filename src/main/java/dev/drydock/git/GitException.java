package dev.drydock.git;

import java.io.IOException;

/** A Git operation that could not be done. The message is one line, is made for the user, and holds no credential. */
public class GitException extends IOException {

    public GitException(String message) {
        super(OneLine.of(message));
    }

    public GitException(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }
}

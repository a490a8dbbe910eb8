package dev.drydock.files;

import java.nio.file.Path;

/** A file that was not written. The message says why, without the path, in one line. */
public final class WriteException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Path file;

    WriteException(Path file, String message) {
        super(message);
        this.file = file;
    }

    /** Returns the file that it is about. */
    public Path file() {
        return file;
    }
}

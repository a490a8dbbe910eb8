package dev.drydock.config;

import java.nio.file.Path;

/** A configuration that cannot be used. The message is one line and names the file and the place in it. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigurationException(Path file, String message) {
        super(file + ": " + message);
    }

    /** @param line 1-based, as is the column */
    ConfigurationException(Path file, int line, int column, String message) {
        super(file + ":" + line + ":" + column + ": " + message);
    }
}

package dev.drydock.container;

import java.util.Objects;

/**
 * A file of the project that is mounted into a container.
 *
 * @param path as the compose file or the command names it
 */
public record SettingsFile(String path, String text) {
    public SettingsFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }
}

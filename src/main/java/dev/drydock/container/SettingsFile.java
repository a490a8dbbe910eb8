package dev.drydock.container;

import java.util.Objects;
import java.util.Optional;

/**
 * A file of the project that is mounted into a container, or copied into its image.
 *
 * @param path as the compose file or the command names it
 * @param target where the container has it, if that is known
 */
public record SettingsFile(String path, String text, Optional<String> target) {
    public SettingsFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
        Objects.requireNonNull(target);
    }

    SettingsFile(String path, String text) {
        this(path, text, Optional.empty());
    }
}

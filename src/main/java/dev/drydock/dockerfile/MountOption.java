package dev.drydock.dockerfile;

import java.util.Optional;

/**
 * One option of {@code RUN --mount}: {@code target=/root/.npm}, or {@code ro} without a value.
 *
 * @param key the name as written
 * @param value the text after the first equals sign
 */
public record MountOption(String key, Optional<String> value) {}

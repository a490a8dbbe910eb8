package dev.drydock.report;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a file could not be judged, or not be written.
 *
 * @param place where in the file, if it is about a place
 * @param message one line, without a full stop
 */
public record FileError(Optional<Place> place, String message) {
    public FileError {
        Objects.requireNonNull(place);
        Objects.requireNonNull(message);
    }

    public static FileError of(String message) {
        return new FileError(Optional.empty(), message);
    }

    public static FileError at(Place place, String message) {
        return new FileError(Optional.of(place), message);
    }
}

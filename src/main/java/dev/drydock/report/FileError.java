package dev.drydock.report;

import dev.drydock.engine.Fault;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a file could not be judged, or not be written.
 *
 * @param place where in the file, if it is about a place
 * @param message one line, without a full stop
 * @param fault what was thrown, if it is an error of Drydock itself
 */
public record FileError(Optional<Place> place, String message, Optional<Fault> fault) {
    public FileError {
        Objects.requireNonNull(place);
        Objects.requireNonNull(message);
        Objects.requireNonNull(fault);
    }

    public static FileError of(String message) {
        return new FileError(Optional.empty(), message, Optional.empty());
    }

    public static FileError at(Place place, String message) {
        return new FileError(Optional.of(place), message, Optional.empty());
    }

    /**
     * Returns an error of Drydock itself.
     *
     * @param what what failed, followed by a blank; empty if nobody knows
     */
    public static FileError internal(String what, Throwable thrown) {
        Fault fault = new Fault(thrown);
        String message = "internal error: " + what + (what.isEmpty() ? "" : "failed: ") + fault.summary();
        return new FileError(Optional.empty(), message, Optional.of(fault));
    }
}

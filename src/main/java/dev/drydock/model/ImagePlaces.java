package dev.drydock.model;

import java.util.List;
import java.util.OptionalInt;

/** The images from outside that a file names. */
public interface ImagePlaces {

    /** Returns all places, in the order of the file. */
    List<ImagePlace> all();

    /**
     * Returns the places whose name changes with what is written as the default of a variable; none in a language that writes
     * a default in the place that uses it.
     */
    default List<ImagePlace> reachedBy(String variable) {
        return List.of();
    }

    /** Returns the line in which something else than an image sees what is written as the default of a variable. */
    default OptionalInt otherUse(String variable) {
        return OptionalInt.empty();
    }
}

package dev.drydock.model;

import java.util.List;
import java.util.OptionalInt;

/** The images from outside that a file names. */
public interface ImagePlaces {

    /** Returns all places, in the order of the file. */
    List<ImagePlace> all();

    /** Returns the places whose name changes with what is written as the default of a variable. */
    List<ImagePlace> reachedBy(String variable);

    /** Returns the line in which something else than an image sees what is written as the default of a variable. */
    OptionalInt otherUse(String variable);
}

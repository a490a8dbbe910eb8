package dev.drydock.transform;

import dev.drydock.knowledge.Knowledge;
import java.util.Objects;

/**
 * Everything that a transform may know from outside the project. Supplied by the caller, so that a transform needs no
 * clock, no network and no disk, and gives the same answer twice.
 *
 * @param knowledge what is known of images, package managers and packages
 */
public record Facts(Knowledge knowledge) {
    public Facts {
        Objects.requireNonNull(knowledge);
    }
}

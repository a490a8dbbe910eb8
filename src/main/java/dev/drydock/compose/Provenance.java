package dev.drydock.compose;

import java.util.Set;

/**
 * Where a setting of a service is written, and whom an edit there concerns.
 *
 * @param origin where it is written
 * @param service the service that was asked for the setting
 * @param reaches the names of all services that an edit at this place changes, the asked one included
 */
public record Provenance(Origin origin, String service, Set<String> reaches) {

    /** Where a setting is written. */
    public enum Origin {
        /** In the service itself. */
        OWN,
        /** In another place of the file, and brought in by an alias or a merge key. */
        ANCHOR,
        /** In the service that this one extends. */
        BASE
    }

    public Provenance {
        reaches = Set.copyOf(reaches);
    }

    /** Returns whether an edit at this place would change other services too. */
    public boolean isShared() {
        return reaches.stream().anyMatch(name -> !name.equals(service));
    }

    public boolean isOwn() {
        return origin == Origin.OWN;
    }
}

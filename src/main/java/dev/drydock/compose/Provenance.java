package dev.drydock.compose;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Where a setting of a service is written, and whom an edit there concerns. */
public final class Provenance {
    private final Origin origin;
    private final String service;
    private final Supplier<Set<String>> reach;
    /** Found when it is first asked for: every setting has a place, and few are asked. The same whoever finds it. */
    private Set<String> reaches;

    /** Where a setting is written. */
    public enum Origin {
        /** In the service itself. */
        OWN,
        /** In another place of the file, and brought in by an alias or a merge key. */
        ANCHOR,
        /** In the service that this one extends. */
        BASE
    }

    Provenance(Origin origin, String service, Supplier<Set<String>> reach) {
        this.origin = Objects.requireNonNull(origin);
        this.service = Objects.requireNonNull(service);
        this.reach = Objects.requireNonNull(reach);
    }

    /** Returns where it is written. */
    public Origin origin() {
        return origin;
    }

    /** Returns the service that was asked for the setting. */
    public String service() {
        return service;
    }

    /** Returns the names of all services that an edit at this place changes, the asked one included. */
    public Set<String> reaches() {
        Set<String> known = reaches;
        if (known == null) {
            known = Set.copyOf(reach.get());
            reaches = known;
        }
        return known;
    }

    /** Returns whether an edit at this place would change other services too. */
    public boolean isShared() {
        return reaches().stream().anyMatch(name -> !name.equals(service));
    }

    public boolean isOwn() {
        return origin == Origin.OWN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Provenance that
                && origin == that.origin
                && service.equals(that.service)
                && reaches().equals(that.reaches());
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, service);
    }

    @Override
    public String toString() {
        return "Provenance[origin=" + origin + ", service=" + service + ", reaches=" + reaches() + "]";
    }
}

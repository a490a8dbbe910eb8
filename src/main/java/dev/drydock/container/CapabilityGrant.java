package dev.drydock.container;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The capabilities that a container needs back once all are taken away.
 *
 * @param capabilities their names without prefix, sorted
 * @param why what they are for, one line
 */
public record CapabilityGrant(List<String> capabilities, Optional<String> why) {

    public CapabilityGrant {
        capabilities = List.copyOf(new TreeSet<>(capabilities));
    }

    static final CapabilityGrant NOTHING = new CapabilityGrant(List.of(), Optional.empty());

    /** Returns the capabilities of both. */
    public CapabilityGrant and(CapabilityGrant other) {
        return new CapabilityGrant(
                Stream.concat(capabilities.stream(), other.capabilities.stream())
                        .toList(),
                why.or(other::why));
    }

    CapabilityGrant with(String... more) {
        return new CapabilityGrant(
                Stream.concat(capabilities.stream(), Stream.of(more)).toList(), why);
    }
}

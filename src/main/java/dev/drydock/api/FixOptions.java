package dev.drydock.api;

import java.util.Set;

/**
 * Which rules run, and what they may write.
 *
 * @param suggestions whether repairs are written that hold for most images and are not proved for this one
 * @param select ids, codes or families of the rules that run; empty means all
 * @param ignore ids, codes or families of the rules that do not run
 */
public record FixOptions(boolean suggestions, Set<String> select, Set<String> ignore) {
    /** All rules; what the command {@code fix} writes if nothing is said. */
    public static final FixOptions DEFAULT = new FixOptions(false, Set.of(), Set.of());

    public FixOptions {
        select = Set.copyOf(select);
        ignore = Set.copyOf(ignore);
    }
}

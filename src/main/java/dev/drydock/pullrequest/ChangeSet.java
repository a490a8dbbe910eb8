package dev.drydock.pullrequest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run would change on one base commit.
 *
 * @param groups in the order in which requests are opened; names are distinct
 * @param left what was found and left, outside any group
 */
public record ChangeSet(List<ChangeGroup> groups, List<NotFixed> left) {

    /** Nothing to change and nothing to say. */
    public static final ChangeSet EMPTY = new ChangeSet(List.of(), List.of());

    public ChangeSet {
        groups = List.copyOf(groups);
        left = List.copyOf(left);
        Set<String> names = new HashSet<>();
        for (ChangeGroup group : groups) {
            if (!names.add(group.name())) {
                throw new IllegalArgumentException("two groups are called " + group.name());
            }
        }
        for (String name : names) {
            if (names.stream().anyMatch(other -> other.startsWith(name + "/"))) {
                throw new IllegalArgumentException("Git cannot keep a branch below the branch " + name);
            }
        }
    }
}

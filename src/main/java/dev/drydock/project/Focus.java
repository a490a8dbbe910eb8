package dev.drydock.project;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a project may be reported and written. The other files are judged along with it and stay as they are: somebody
 * named a few files of a project, and what is right for these depends on all of them.
 *
 * @param outside the files that are only looked at
 * @param remedy what to do so that one of them may be written as well, in the imperative
 * @param creates whether files may be made; not where there is only room for one text, as on standard input
 */
public record Focus(Set<ProjectPath> outside, String remedy, boolean creates) {
    /** Everything may be reported and written. */
    public static final Focus ALL = new Focus(Set.of(), "", true);

    private static final String NAME_IT = "name both, or their directory";

    public Focus {
        outside = Set.copyOf(outside);
        Objects.requireNonNull(remedy);
    }

    /** Returns the focus on everything but these files, which were not named. */
    public static Focus without(Collection<ProjectPath> outside) {
        return new Focus(Set.copyOf(outside), NAME_IT, true);
    }

    /** Returns the focus on everything but these files, for which another configuration holds. */
    public static Focus apartFrom(Collection<ProjectPath> outside) {
        return new Focus(Set.copyOf(outside), "let one configuration hold for both", true);
    }

    /** Returns this focus for a place that has no room for further files. */
    public Focus withoutCreations() {
        return new Focus(outside, remedy, false);
    }

    /** Returns whether the file may be reported and written. */
    public boolean covers(ProjectPath path) {
        return !outside.contains(path);
    }

    /**
     * Returns why something that changes {@code changed} and makes {@code created} cannot be done, or empty if it can.
     *
     * @param changed the files that it changes, together or not at all
     */
    public Optional<String> obstacle(Collection<ProjectPath> changed, Collection<ProjectPath> created) {
        Set<ProjectPath> missing = new TreeSet<>(changed);
        missing.retainAll(outside);
        if (!missing.isEmpty()) {
            return Optional.of("the fix also changes " + names(missing) + ": " + remedy);
        }
        return creates || created.isEmpty()
                ? Optional.empty()
                : Optional.of("the fix also makes " + names(new TreeSet<>(created)) + ": run it on the file itself");
    }

    private static String names(Set<ProjectPath> paths) {
        return String.join(", ", paths.stream().map(ProjectPath::toString).toList());
    }
}

package dev.drydock.container;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What works in a container beside the program that it starts, and shares its rights and its root with it. */
public sealed interface Guest {
    /** Returns who says so, for a person: {@code post_start}, {@code the label ofelia.job-exec.dump.command}. */
    String place();

    /**
     * A command that is executed in the container.
     *
     * @param words of it; a command that cannot be divided into words is one word, behind its program where that is known
     * @param user as whom, if somebody says so
     * @param onlyLooks whether such commands usually do nothing but look, as health checks do
     */
    record Command(String place, List<String> words, Optional<String> user, boolean onlyLooks) implements Guest {
        public Command {
            Objects.requireNonNull(place);
            words = List.copyOf(words);
        }
    }

    /**
     * Files that are copied into the container, and deleted there again.
     *
     * @param target the directory; empty if it is not known
     */
    record Copy(String place, String target) implements Guest {}
}

package dev.drydock.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are left by default, and that somebody may want to have fixed. */
public enum Included {
    /** Files whose head says that a program writes them. */
    GENERATED,
    /** Files that are input of tests. */
    FIXTURES;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a word means, or empty. */
    public static Optional<Included> of(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Included::label).toList();
    }
}

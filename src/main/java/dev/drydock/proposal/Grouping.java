package dev.drydock.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What belongs into one branch and one request. */
public enum Grouping {
    /** The safe repairs; those that want a review; those that need a decision. */
    SAFETY,
    ALL,
    FILE,
    RULE,
    DIRECTORY;

    /** Returns the name as options and configurations spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the grouping of that name. */
    public static Optional<Grouping> of(String label) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.label().equals(label))
                .findFirst();
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(Grouping::label).toList();
    }
}

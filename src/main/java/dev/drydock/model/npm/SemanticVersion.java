package dev.drydock.model.npm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version such as {@code 1.2.3-beta.1}. What stands behind a plus sign does not count.
 *
 * <p>Source: semver.org 2.0.0, section 11 for the order.
 *
 * @param prerelease the parts behind the dash; empty for a release
 */
record SemanticVersion(long major, long minor, long patch, List<String> prerelease)
        implements Comparable<SemanticVersion> {
    private static final int LONGEST_NUMBER = 15;

    SemanticVersion {
        prerelease = List.copyOf(prerelease);
    }

    static SemanticVersion release(long major, long minor, long patch) {
        return new SemanticVersion(major, minor, patch, List.of());
    }

    /** Returns the lowest version of all that have these numbers, below which a range such as {@code ^1.2.3} ends. */
    static SemanticVersion lowest(long major, long minor, long patch) {
        return new SemanticVersion(major, minor, patch, List.of("0"));
    }

    /** Returns the version, or empty if the text is not a complete one. */
    static Optional<SemanticVersion> parse(String text) {
        return PartialVersion.parse(text).flatMap(PartialVersion::complete);
    }

    /** Returns the number, or empty if the text is none of at most 15 digits. */
    static Optional<Long> number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    boolean hasSameNumbers(SemanticVersion other) {
        return major == other.major && minor == other.minor && patch == other.patch;
    }

    @Override
    public int compareTo(SemanticVersion other) {
        List<Long> mine = new ArrayList<>(List.of(major, minor, patch));
        List<Long> others = List.of(other.major, other.minor, other.patch);
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).equals(others.get(i))) {
                return mine.get(i).compareTo(others.get(i));
            }
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            // A release stands above all of its previews.
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        for (int i = 0; i < Math.min(prerelease.size(), other.prerelease.size()); i++) {
            int order = compare(prerelease.get(i), other.prerelease.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(prerelease.size(), other.prerelease.size());
    }

    private static int compare(String left, String right) {
        Optional<Long> first = number(left);
        Optional<Long> second = number(right);
        if (first.isPresent() && second.isPresent()) {
            return first.get().compareTo(second.get());
        }
        return first.isPresent() ? -1 : second.isPresent() ? 1 : left.compareTo(right);
    }
}

package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The version that a tag begins with: {@code 2.4-alpine}, {@code v1.8.2}, {@code RELEASE.2021-01-05T05-22-38Z}.
 *
 * @param parts its numbers, the most important one first
 */
record TagVersion(List<Integer> parts) {
    private static final List<String> PREFIXES = List.of("release.", "release-", "version-", "pg", "v", "");
    private static final int MOST_DIGITS = 8;

    TagVersion {
        parts = List.copyOf(parts);
    }

    /** Returns the version; empty if the tag is a word, as {@code latest} is, or the name of a suite. */
    static Optional<TagVersion> of(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        int at = PREFIXES.stream()
                .filter(lower::startsWith)
                .findFirst()
                .orElse("")
                .length();
        List<Integer> parts = new ArrayList<>();
        while (at < tag.length()) {
            int end = at;
            while (end < tag.length() && end - at < MOST_DIGITS && isDigit(tag.charAt(end))) {
                end++;
            }
            if (end == at) {
                break;
            }
            parts.add(Integer.valueOf(tag.substring(at, end)));
            boolean goesOn = end + 1 < tag.length() && ".-_".indexOf(tag.charAt(end)) >= 0;
            at = goesOn ? end + 1 : tag.length();
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new TagVersion(parts));
    }

    /**
     * Returns whether it is older than the first version of its line that is listed, or than the newest of them if none is of
     * its line. A tag that says less than that stands for the newest version that begins like it: {@code 9.5} for 9.5.25.
     *
     * @param first the versions from which on something holds, each for the line that all but its last number name
     */
    boolean isBefore(List<TagVersion> first) {
        TagVersion deciding =
                first.stream().filter(this::isOfLineOf).findFirst().orElseGet(() -> first.get(first.size() - 1));
        for (int i = 0; i < Math.min(parts.size(), deciding.parts.size()); i++) {
            int order = Integer.compare(parts.get(i), deciding.parts.get(i));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private boolean isOfLineOf(TagVersion other) {
        int line = other.parts.size() - 1;
        return line > 0 && parts.size() >= line && parts.subList(0, line).equals(other.parts.subList(0, line));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

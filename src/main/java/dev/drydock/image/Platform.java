package dev.drydock.image;

import java.util.Comparator;
import java.util.Optional;

/**
 * What an image runs on, as the OCI image index says it: {@code linux/arm64/v8}.
 *
 * @param os the operating system, such as {@code linux}
 * @param architecture the architecture, as Go names it: {@code amd64}
 * @param variant the variant of the architecture ({@code v8}), empty when there is none
 */
public record Platform(String os, String architecture, String variant) implements Comparable<Platform> {
    private static final Comparator<Platform> ORDER = Comparator.comparing(Platform::os)
            .thenComparing(Platform::architecture)
            .thenComparing(Platform::variant);

    /** Returns the platform that {@code text} writes as {@code os/architecture[/variant]}, or empty if it is none. */
    public static Optional<Platform> parse(String text) {
        int first = text.indexOf('/');
        if (first < 0) {
            return Optional.empty();
        }
        int second = text.indexOf('/', first + 1);
        String os = text.substring(0, first);
        String architecture = second < 0 ? text.substring(first + 1) : text.substring(first + 1, second);
        String variant = second < 0 ? "" : text.substring(second + 1);
        boolean valid = isWord(os) && isWord(architecture) && (second < 0 || isWord(variant));
        return valid ? Optional.of(new Platform(os, architecture, variant)) : Optional.empty();
    }

    private static boolean isWord(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (!ReferenceGrammar.isLetter(c) && !ReferenceGrammar.isDigit(c) && "._-".indexOf(c) < 0) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    @Override
    public int compareTo(Platform other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code os/architecture}, and {@code /variant} when there is one. */
    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}

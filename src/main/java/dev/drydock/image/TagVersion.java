package dev.drydock.image;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A tag that starts with a version number, taken apart: {@code 18.20.4-bookworm-slim} is the numbers 18, 20 and 4 and
 * the variant {@code bookworm-slim}. Tags are not semantic versions: the count of numbers is free, and a suffix is
 * mostly the variant of the image and rarely a pre-release.
 *
 * @param tag the tag as it was written
 * @param numbers the numbers of the version, the most significant first; never empty. {@code 17.0.13_11} and
 *     {@code 8u392} hold their build and update number as the last one
 * @param preRelease the pre-release part ({@code rc1}), empty when there is none
 * @param variant what follows the version, without the leading hyphen and without the pre-release part
 */
public record TagVersion(String tag, List<BigInteger> numbers, String preRelease, String variant) {
    /**
     * Orders by the numbers, then a pre-release before its release, then by the count of numbers: 3.12 before 3.12.0.
     * Variants are not compared.
     */
    public static final Comparator<TagVersion> BY_VERSION = Comparator.<TagVersion, List<BigInteger>>comparing(
                    TagVersion::numbers, TagVersion::compareNumbers)
            .thenComparing(version -> version.preRelease().isEmpty())
            .thenComparing(TagVersion::preRelease)
            .thenComparing(TagVersion::specificity);

    private static final Set<String> PRE_RELEASE_WORDS = Set.of(
            "a",
            "alpha",
            "b",
            "beta",
            "c",
            "canary",
            "dev",
            "ea",
            "m",
            "milestone",
            "nightly",
            "pre",
            "preview",
            "rc",
            "snapshot",
            "unstable");
    /** Words of tags that move from version to version; they say nothing about the variant. */
    private static final Set<String> MOVING_WORDS = Set.of("current", "latest", "lts", "mainline", "release", "stable");

    public TagVersion {
        numbers = List.copyOf(numbers);
    }

    /** Returns the tag taken apart, or empty when it does not start with a version number (or {@code v} and one). */
    public static Optional<TagVersion> parse(String tag) {
        int i = tag.length() > 1 && (tag.charAt(0) == 'v' || tag.charAt(0) == 'V') ? 1 : 0;
        var numbers = new ArrayList<BigInteger>();
        while (true) {
            int end = endOfDigits(tag, i);
            if (end == i) {
                return Optional.empty();
            }
            numbers.add(new BigInteger(tag.substring(i, end)));
            i = end;
            boolean more = i + 1 < tag.length()
                    && (tag.charAt(i) == '.' || tag.charAt(i) == '_' || tag.charAt(i) == 'u')
                    && ReferenceGrammar.isDigit(tag.charAt(i + 1));
            if (!more) {
                break;
            }
            i++;
        }
        return withSuffix(tag, numbers, tag.substring(i));
    }

    private static Optional<TagVersion> withSuffix(String tag, List<BigInteger> numbers, String suffix) {
        if (suffix.isEmpty()) {
            return Optional.of(new TagVersion(tag, numbers, "", ""));
        }
        char first = suffix.charAt(0);
        boolean separated = first == '-' || first == '.' || first == '_';
        String rest = separated ? suffix.substring(1) : suffix;
        int hyphen = rest.indexOf('-');
        String head = hyphen < 0 ? rest : rest.substring(0, hyphen);
        if (isPreRelease(head)) {
            return Optional.of(new TagVersion(tag, numbers, head, hyphen < 0 ? "" : rest.substring(hyphen + 1)));
        }
        return first == '-' ? Optional.of(new TagVersion(tag, numbers, "", rest)) : Optional.empty();
    }

    /** A known word, alone or with digits, dots and underscores after it: {@code rc}, {@code beta.2}, {@code a1}. */
    private static boolean isPreRelease(String part) {
        int end = 0;
        while (end < part.length() && ReferenceGrammar.isLetter(part.charAt(end))) {
            end++;
        }
        for (int i = end; i < part.length(); i++) {
            char c = part.charAt(i);
            if (!ReferenceGrammar.isDigit(c) && c != '.' && c != '_') {
                return false;
            }
        }
        return PRE_RELEASE_WORDS.contains(part.substring(0, end).toLowerCase(Locale.ROOT));
    }

    private static int endOfDigits(String tag, int start) {
        int i = start;
        while (i < tag.length() && ReferenceGrammar.isDigit(tag.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int compareNumbers(List<BigInteger> a, List<BigInteger> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            BigInteger left = i < a.size() ? a.get(i) : BigInteger.ZERO;
            BigInteger right = i < b.size() ? b.get(i) : BigInteger.ZERO;
            int order = left.compareTo(right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Returns how exactly the tag names a version: the count of its numbers. */
    public int specificity() {
        return numbers.size();
    }

    /**
     * Returns the variant that a tag asks for, versioned or not: {@code bookworm-slim} for {@code 18-bookworm-slim},
     * {@code alpine} for {@code lts-alpine}, and nothing for {@code latest}.
     */
    public static String variantOf(String tag) {
        Optional<TagVersion> version = parse(tag);
        if (version.isPresent()) {
            return version.get().variant();
        }
        int hyphen = tag.indexOf('-');
        String head = hyphen < 0 ? tag : tag.substring(0, hyphen);
        if (!MOVING_WORDS.contains(head.toLowerCase(Locale.ROOT))) {
            return tag;
        }
        return hyphen < 0 ? "" : tag.substring(hyphen + 1);
    }

    /**
     * Returns which of {@code candidates}, tags of one and the same image, says best what {@code tag} stands for:
     * the variant is kept, a release goes before a pre-release, and more numbers before fewer.
     *
     * @return empty when none of them is a version that says more than {@code tag} does
     */
    public static Optional<TagVersion> mostSpecific(String tag, Collection<String> candidates) {
        String variant = variantOf(tag);
        int known = parse(tag).map(TagVersion::specificity).orElse(0);
        Comparator<TagVersion> worstFirst = Comparator.<TagVersion, Boolean>comparing(
                        v -> v.variant().equals(variant))
                .thenComparing(v -> v.preRelease().isEmpty())
                .thenComparing(TagVersion::specificity)
                .thenComparing(BY_VERSION)
                .thenComparing(v -> -v.variant().length())
                .thenComparing(v -> -v.tag().length())
                .thenComparing(TagVersion::tag, Comparator.reverseOrder());
        return candidates.stream()
                .filter(candidate -> !candidate.equals(tag))
                .flatMap(candidate -> parse(candidate).stream())
                .filter(v -> v.specificity() > known)
                .filter(v -> variant.isEmpty() || v.variant().equals(variant))
                .max(worstFirst);
    }
}

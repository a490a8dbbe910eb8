package dev.drydock.registry;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import dev.drydock.image.TagVersion;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the version tag that a moving tag stands for: the one that points at the same digest, keeps the variant, and
 * says most. The newest versions are compared first, each with one HEAD request, up to a limit.
 */
public final class VersionTagFinder {
    /** The largest first number of a version that is not a date: tags such as 20241111 are tried last. */
    private static final BigInteger LARGEST_VERSION = BigInteger.valueOf(99_999);

    private final ImageResolver resolver;
    private final int limit;

    /**
     * Creates a finder.
     *
     * @param limit the most tags that are compared for one reference
     */
    public VersionTagFinder(ImageResolver resolver, int limit) {
        this.resolver = resolver;
        this.limit = limit;
    }

    /**
     * Returns the tag, or empty when none of the compared ones points at the digest, or the registry does not say.
     *
     * @param reference a reference whose tag moves, or that has none
     * @param digest what its tag points at
     */
    public Optional<String> find(ImageReference reference, Digest digest) throws InterruptedException {
        String tag = reference.effectiveTag().orElse("");
        if (tag.isEmpty() || !(resolver.tags(reference) instanceof TagList list)) {
            return Optional.empty();
        }
        for (TagVersion candidate : candidates(tag, list.tags())) {
            Optional<ImageReference> tagged = ImageReference.parse(reference.canonicalName() + ":" + candidate.tag());
            if (tagged.isPresent()
                    && resolver.claimedDigest(tagged.get()) instanceof Resolved resolved
                    && resolved.digest().equals(digest)) {
                return Optional.of(candidate.tag());
            }
        }
        return Optional.empty();
    }

    private List<TagVersion> candidates(String tag, List<String> tags) {
        String variant = TagVersion.variantOf(tag);
        int said = TagVersion.parse(tag).map(TagVersion::specificity).orElse(0);
        Comparator<TagVersion> newestLast = Comparator.<TagVersion, Boolean>comparing(
                        v -> v.preRelease().isEmpty())
                .thenComparing(v -> v.numbers().get(0).compareTo(LARGEST_VERSION) <= 0)
                .thenComparing(TagVersion.BY_VERSION)
                .thenComparing(v -> -v.tag().length());
        return tags.stream()
                .flatMap(candidate -> TagVersion.parse(candidate).stream())
                .filter(v -> v.variant().equals(variant) && v.specificity() > said)
                .sorted(newestLast.reversed())
                .limit(limit)
                .toList();
    }
}

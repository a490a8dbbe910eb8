package dev.drydock.image;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known about tags without asking a registry: an immutable map from a reference by tag to the image that it
 * stood for. This is all that a transform may know of registries.
 */
public final class ImageDigests {
    private static final ImageDigests NONE = new ImageDigests(new TreeMap<>());

    private final NavigableMap<String, PinnedImage> byName;

    private ImageDigests(NavigableMap<String, PinnedImage> byName) {
        this.byName = Collections.unmodifiableNavigableMap(byName);
    }

    /** Returns the map that knows nothing. */
    public static ImageDigests none() {
        return NONE;
    }

    /** Returns a map with these entries; the keys are as {@link ImageReference#canonicalTagged()} writes them. */
    public static ImageDigests of(Map<String, PinnedImage> byName) {
        return new ImageDigests(new TreeMap<>(byName));
    }

    /**
     * Returns what the tag of this reference stands for, however the name is spelt. A digest in the reference is not
     * looked at; a reference without tag means {@code latest}, unless it has a digest, and then nothing is found.
     */
    public Optional<PinnedImage> find(ImageReference reference) {
        return reference.canonicalTagged().map(byName::get);
    }

    /** Returns an entry with this digest, which says what the digest names. */
    public Optional<PinnedImage> named(Digest digest) {
        return byName.values().stream()
                .filter(image -> image.digest().equals(digest))
                .findFirst();
    }

    /** Returns this map with one entry more, or with another value for it. */
    public ImageDigests with(String canonicalTagged, PinnedImage image) {
        var copy = new TreeMap<>(byName);
        copy.put(canonicalTagged, image);
        return new ImageDigests(copy);
    }

    /** Returns this map without the entries of other names. */
    public ImageDigests retaining(Set<String> canonicalTagged) {
        var copy = new TreeMap<>(byName);
        copy.keySet().retainAll(canonicalTagged);
        return new ImageDigests(copy);
    }

    /** Returns all entries, by name ascending. */
    public NavigableMap<String, PinnedImage> entries() {
        return byName;
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageDigests that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.toString();
    }
}

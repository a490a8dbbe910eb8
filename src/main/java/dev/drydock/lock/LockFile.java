package dev.drydock.lock;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageDigests;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The content of a lock file.
 *
 * @param images what tags stood for, by {@link ImageReference#canonicalTagged()}
 * @param checksums the SHA-256 digest of remote files, by address; an address that holds a login is refused
 */
public record LockFile(ImageDigests images, NavigableMap<String, Digest> checksums) {
    /** The usual name of the file, next to the files that it locks. */
    public static final String FILE_NAME = "drydock.lock";
    /** The one version of the format that there is. */
    public static final int VERSION = 1;

    private static final LockFile EMPTY = new LockFile(ImageDigests.none(), new TreeMap<>());

    /**
     * Creates the content.
     *
     * @throws IllegalArgumentException if an entry cannot stand in a lock file
     */
    public LockFile {
        checksums = Collections.unmodifiableNavigableMap(new TreeMap<>(checksums));
        images.entries().keySet().forEach(name -> require(isImageName(name), name));
        for (Map.Entry<String, Digest> entry : checksums.entrySet()) {
            require(isAddress(entry.getKey()), "checksum");
            require(entry.getValue().algorithm().equals("sha256"), entry.getKey());
        }
    }

    private static void require(boolean condition, String entry) {
        if (!condition) {
            throw new IllegalArgumentException("not an entry of a lock file: " + entry);
        }
    }

    public static LockFile empty() {
        return EMPTY;
    }

    /** Returns whether this is a whole reference by tag, as {@link ImageReference#canonicalTagged()} writes it. */
    static boolean isImageName(String name) {
        return ImageReference.parse(name)
                .flatMap(ImageReference::canonicalTagged)
                .equals(Optional.of(name));
    }

    /** Returns whether this is the http or https address of a file, without a login inside. */
    public static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns this content with what a tag stands for now. The day stays when the digest does, so that looking up an
     * unmoved tag again changes nothing.
     *
     * @param reference a reference with a tag, or one that means {@code latest}; one by digest alone is not recorded
     */
    public LockFile with(ImageReference reference, PinnedImage seen) {
        Optional<String> name = reference.canonicalTagged();
        if (name.isEmpty()) {
            return this;
        }
        PinnedImage recorded = images.find(reference)
                .filter(earlier -> earlier.digest().equals(seen.digest()))
                .map(earlier -> new PinnedImage(
                        seen.digest(), seen.mediaType(), seen.platforms(), seen.versionTag(), earlier.resolved()))
                .orElse(seen);
        return new LockFile(images.with(name.get(), recorded), checksums);
    }

    /** Returns this content with the checksum of a remote file. */
    public LockFile withChecksum(String address, Digest sha256) {
        var copy = new TreeMap<>(checksums);
        copy.put(address, sha256);
        return new LockFile(images, copy);
    }

    /** Returns this content without the entries that nothing refers to any more. */
    public LockFile retaining(Set<String> canonicalTagged, Set<String> addresses) {
        var copy = new TreeMap<>(checksums);
        copy.keySet().retainAll(addresses);
        return new LockFile(images.retaining(canonicalTagged), copy);
    }
}

package dev.drydock.registry;

import dev.drydock.image.Digest;
import dev.drydock.image.PinnedImage;
import dev.drydock.image.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a reference points at.
 *
 * @param digest the digest of it: of the index when the image is built for several platforms, never of one platform's
 *     manifest inside it
 * @param mediaType its media type, empty when the registry did not say
 * @param platforms what the image is built for, ascending; empty when the registry does not say, or was not asked
 */
public record Resolved(Digest digest, String mediaType, List<Platform> platforms) implements Resolution {

    public Resolved {
        platforms = platforms.stream().sorted().distinct().toList();
    }

    /** Returns what was recorded earlier, as an answer. */
    public static Resolved of(PinnedImage image) {
        return new Resolved(image.digest(), image.mediaType(), image.platforms());
    }

    /**
     * Returns this answer as it is recorded.
     *
     * @param versionTag a version tag of the same image, where one was found
     * @param day the day of the answer, UTC
     */
    public PinnedImage pinned(Optional<String> versionTag, LocalDate day) {
        return new PinnedImage(digest, mediaType, platforms, versionTag, day);
    }
}

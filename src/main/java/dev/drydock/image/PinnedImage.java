package dev.drydock.image;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a tag stood for when it was looked up.
 *
 * @param digest the digest of what the tag points at: of the index when the image is built for several platforms
 * @param mediaType the media type of what the digest names
 * @param platforms what the image is built for, ascending; empty when the registry did not say
 * @param versionTag a version tag of the same image that says more than the tag itself, where one was found
 * @param resolved the day (UTC) on which this digest was first seen
 */
public record PinnedImage(
        Digest digest, String mediaType, List<Platform> platforms, Optional<String> versionTag, LocalDate resolved) {

    public PinnedImage {
        platforms = platforms.stream().sorted().distinct().toList();
    }
}

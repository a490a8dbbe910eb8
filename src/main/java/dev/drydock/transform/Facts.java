package dev.drydock.transform;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageDigests;
import dev.drydock.knowledge.Knowledge;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a transform may know from outside the project. Supplied by the caller, so that a transform needs no
 * clock, no network and no disk, and gives the same answer twice.
 *
 * @param knowledge what is known of images, package managers and packages
 * @param images what image tags stand for, as the lock file of the project says
 * @param checksums the SHA-256 digests of remote files by address, as the lock file of the project says
 * @param today the day of the run, UTC; empty means that nothing can be out of date
 */
public record Facts(
        Knowledge knowledge, ImageDigests images, Map<String, Digest> checksums, Optional<LocalDate> today) {
    public Facts {
        Objects.requireNonNull(knowledge);
        Objects.requireNonNull(images);
        checksums = Map.copyOf(checksums);
        Objects.requireNonNull(today);
    }

    /** Creates facts without a lock file and without a day. */
    public Facts(Knowledge knowledge) {
        this(knowledge, ImageDigests.none(), Map.of(), Optional.empty());
    }

    public Facts withImages(ImageDigests known) {
        return new Facts(knowledge, known, checksums, today);
    }

    public Facts withChecksums(Map<String, Digest> known) {
        return new Facts(knowledge, images, known, today);
    }

    public Facts withToday(LocalDate day) {
        return new Facts(knowledge, images, checksums, Optional.of(day));
    }
}

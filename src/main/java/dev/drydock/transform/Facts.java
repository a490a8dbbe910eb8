package dev.drydock.transform;

import dev.drydock.evidence.Evidence;
import dev.drydock.evidence.Observed;
import dev.drydock.evidence.Proof;
import dev.drydock.image.Digest;
import dev.drydock.image.ImageDigests;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.Project;
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
 * @param evidence what was tried, as the evidence file says; of one project only while it is judged
 */
public record Facts(
        Knowledge knowledge,
        ImageDigests images,
        Map<String, Digest> checksums,
        Optional<LocalDate> today,
        Evidence evidence) {
    public Facts {
        Objects.requireNonNull(knowledge);
        Objects.requireNonNull(images);
        checksums = Map.copyOf(checksums);
        Objects.requireNonNull(today);
        Objects.requireNonNull(evidence);
    }

    /** Creates facts without a lock file and without a day. */
    public Facts(Knowledge knowledge) {
        this(knowledge, ImageDigests.none(), Map.of(), Optional.empty(), Evidence.NONE);
    }

    public Facts withImages(ImageDigests known) {
        return new Facts(knowledge, known, checksums, today, evidence);
    }

    public Facts withChecksums(Map<String, Digest> known) {
        return new Facts(knowledge, images, known, today, evidence);
    }

    public Facts withToday(LocalDate day) {
        return new Facts(knowledge, images, checksums, Optional.of(day), evidence);
    }

    public Facts withEvidence(Evidence tried) {
        return new Facts(knowledge, images, checksums, today, tried);
    }

    /** Returns these facts with the evidence about a project alone, as it is before anything is changed. */
    public Facts about(Project project) {
        return evidence.proofs().isEmpty()
                ? this
                : withEvidence(new Evidence(evidence.of(project).stream().toList()));
    }

    /** Returns what was tried of the project that is judged. */
    public Optional<Proof> proof() {
        return evidence.proofs().stream().findFirst();
    }

    /** Returns what was seen of a container of the project that is judged. */
    public Optional<Observed> observed(String container) {
        return proof().flatMap(proof -> proof.observed(container));
    }
}

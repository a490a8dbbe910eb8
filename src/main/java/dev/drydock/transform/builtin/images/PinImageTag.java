package dev.drydock.transform.builtin.images;

import dev.drydock.edit.Safety;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import dev.drydock.knowledge.VersionLines;
import dev.drydock.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** Puts the version tag of the same image in the place of {@code latest}, or of no tag. */
public final class PinImageTag extends ImageTransform {
    public PinImageTag() {
        super("pin-image-tag");
    }

    @Override
    void inspect(Subject subject) {
        subject.reference().filter(PinImageTag::isLatest).ifPresent(reference -> inspect(subject, reference));
    }

    private static boolean isLatest(ImageReference reference) {
        return reference
                .effectiveTag()
                .filter(ImageReference.DEFAULT_TAG::equals)
                .isPresent();
    }

    private static void inspect(Subject subject, ImageReference reference) {
        String message = reference.tag().isPresent()
                ? reference.text() + " names no version: latest is whatever was pushed last"
                : reference.text() + " has no tag, which means latest: whatever was pushed last";
        Optional<PinnedImage> image = subject.locked().find(reference);
        if (image.isEmpty()) {
            fromKnowledge(subject, reference, message);
        } else if (!hasDigestOf(reference, image.get())) {
            subject.abstain(message, "its digest is not the one that drydock.lock has for latest");
        } else if (image.get().versionTag().isEmpty()) {
            subject.advise(message, "name a version: no version tag of the same image was found in the registry");
        } else {
            String tag = image.get().versionTag().get();
            String day = image.get().resolved().toString();
            var rewrite = new ReferenceRewrite(subject, other -> tagged(subject, other), Safety.REVIEW);
            rewrite.report(
                    message,
                    "Use " + reference.familiarName() + ":" + tag,
                    List.of("The version that latest stood for on " + day + " is the one that is wanted."),
                    List.of());
        }
    }

    /** Without a lock, the version line that latest stood for when it was last looked up keeps the image what it is for longest. */
    private static void fromKnowledge(Subject subject, ImageReference reference, String message) {
        VersionLines lines = subject.inspection().facts().knowledge().versionLines();
        Optional<String> line = reference.digest().isPresent() ? Optional.empty() : lines.of(reference.canonicalName());
        if (line.isEmpty()) {
            subject.abstain(message, "it is not in drydock.lock; run drydock lock");
            return;
        }
        var rewrite = new ReferenceRewrite(
                subject,
                other -> isLatest(other) && other.digest().isEmpty()
                        ? lines.of(other.canonicalName()).map(other::withTag)
                        : Optional.empty(),
                Safety.SUGGEST);
        rewrite.report(
                message,
                "Use " + reference.familiarName() + ":" + line.get(),
                List.of("The version that latest stood for on " + lines.day() + " is the one that is wanted."),
                List.of("drydock lock finds the version that latest stands for today."));
    }

    private static boolean hasDigestOf(ImageReference reference, PinnedImage image) {
        return reference.digest().map(digest -> digest.equals(image.digest())).orElse(true);
    }

    private static Optional<TextEdit> tagged(Subject subject, ImageReference reference) {
        return subject.locked()
                .find(reference)
                .filter(image -> isLatest(reference) && hasDigestOf(reference, image))
                .flatMap(PinnedImage::versionTag)
                .map(reference::withTag);
    }
}

package dev.drydock.transform.builtin.images;

import dev.drydock.edit.Safety;
import dev.drydock.image.Digest;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import dev.drydock.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** Replaces a digest by the one that the lock file has for the tag beside it. */
public final class RefreshImageDigest extends ImageTransform {
    public RefreshImageDigest() {
        super("refresh-image-digest");
    }

    @Override
    void inspect(Subject subject) {
        Optional<ImageReference> reference =
                subject.reference().filter(named -> named.digest().isPresent());
        if (reference.isEmpty()) {
            return;
        }
        Optional<PinnedImage> image = subject.locked().find(reference.get());
        Digest old = reference.get().digest().orElseThrow();
        if (image.isPresent() && !image.get().digest().equals(old)) {
            String name = nameAndTag(reference.get());
            var rewrite = new ReferenceRewrite(subject, other -> refreshed(subject, other), Safety.REVIEW);
            rewrite.report(
                    "the digest is not that of " + name + " in drydock.lock",
                    "Take the image that " + name + " stood for on "
                            + image.get().resolved(),
                    List.of("What was built on the old image builds and runs on the new one."),
                    List.of("The digest was " + old + "."));
        }
    }

    private static String nameAndTag(ImageReference reference) {
        return reference.familiarName() + reference.tag().map(tag -> ":" + tag).orElse("");
    }

    private static Optional<TextEdit> refreshed(Subject subject, ImageReference reference) {
        return subject.locked()
                .find(reference)
                .map(PinnedImage::digest)
                .filter(digest ->
                        reference.digest().filter(old -> !old.equals(digest)).isPresent())
                .map(reference::withDigest);
    }
}

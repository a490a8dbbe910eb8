package dev.drydock.transform.builtin.images;

import dev.drydock.edit.Safety;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import dev.drydock.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** Adds the digest that the lock file has for the tag. */
public final class PinImageDigest extends ImageTransform {
    public PinImageDigest() {
        super("pin-image-digest");
    }

    @Override
    void inspect(Subject subject) {
        Optional<String> unknown = subject.place().unknownArgument();
        if (unknown.isPresent()) {
            subject.notNeeded(
                    subject.place().text() + " has no digest",
                    "the image depends on build argument " + unknown.get() + ", which has no default");
            return;
        }
        subject.reference()
                .filter(reference -> reference.digest().isEmpty())
                .ifPresent(reference -> inspect(subject, reference));
    }

    private static void inspect(Subject subject, ImageReference reference) {
        String message = reference.text() + " has no digest, so that it may be another image tomorrow";
        Optional<PinnedImage> image = subject.locked().find(reference);
        if (image.isEmpty()) {
            subject.abstain(message, "it is not in drydock.lock; run drydock lock");
            return;
        }
        var rewrite = new ReferenceRewrite(subject, other -> pinned(subject, other), Safety.SAFE);
        rewrite.report(message, "Pin " + reference.text() + " to its digest", List.of(), List.of());
    }

    /** A digest alone would not say what it stands for, so that nobody could refresh it: the tag is written, too. */
    private static Optional<TextEdit> pinned(Subject subject, ImageReference reference) {
        if (reference.digest().isPresent()) {
            return Optional.empty();
        }
        return subject.locked().find(reference).map(image -> {
            String tag = reference.tag().isPresent() ? "" : ":" + ImageReference.DEFAULT_TAG;
            return TextEdit.insert(reference.text().length(), tag + "@" + image.digest());
        });
    }
}

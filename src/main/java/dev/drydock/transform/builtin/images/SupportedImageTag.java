package dev.drydock.transform.builtin.images;

import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.EndOfLife;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Knowledge;
import java.time.LocalDate;
import java.util.Optional;

/** Finds tags that get no updates any more, and repositories that are no longer maintained. */
public final class SupportedImageTag extends ImageTransform {
    public SupportedImageTag() {
        super("supported-image-tag");
    }

    @Override
    void inspect(Subject subject) {
        Optional<LocalDate> today = subject.inspection().facts().today();
        if (today.isPresent() && subject.reference().isPresent()) {
            inspect(subject, subject.reference().get(), today.get());
        }
    }

    private static void inspect(Subject subject, ImageReference reference, LocalDate today) {
        Knowledge knowledge = subject.inspection().facts().knowledge();
        String repository = reference.canonicalName();
        Optional<String> tag = reference.effectiveTag();
        String name =
                knowledge.images().find(repository, tag).map(ImageFacts::name).orElse(reference.familiarName());
        Optional<EndOfLife.End> end =
                tag.flatMap(known -> knowledge.endOfLife().find(name, known)).filter(found -> found.isOver(today));
        Optional<String> deprecation = knowledge.publishers().deprecation(repository);
        String shown = reference.familiarName() + tag.map(known -> ":" + known).orElse("");
        if (end.isPresent()) {
            String instead = deprecation.orElseGet(
                    () -> "take a version that is maintained, such as " + replacement(reference, end.get()));
            subject.advise(
                    shown + " gets no security updates: support ended on "
                            + end.get().date(),
                    instead);
        } else if (deprecation.isPresent()) {
            subject.advise(reference.familiarName() + " is not maintained any more", deprecation.get());
        }
    }

    /** The knowledge names a tag, or another image. */
    private static String replacement(ImageReference reference, EndOfLife.End end) {
        String instead = end.instead();
        boolean image = instead.indexOf('/') >= 0 || instead.indexOf(':') >= 0;
        return image ? instead : reference.familiarName() + ":" + instead;
    }
}

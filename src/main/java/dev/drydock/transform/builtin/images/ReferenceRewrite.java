package dev.drydock.transform.builtin.images;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.image.ImageReference;
import dev.drydock.model.ImagePlace;
import dev.drydock.model.WrittenEdit;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Turns an edit of an image reference into an edit of the file, in the place itself or in the default of a variable, or
 * says why that cannot be done without changing what else uses the variable.
 */
final class ReferenceRewrite {
    private final ImageTransform.Subject subject;
    private final Function<ImageReference, Optional<TextEdit>> wanted;
    private final Safety safety;

    /** @param wanted the edit of a reference, empty for one that is to stay; asked for every image of the file */
    ReferenceRewrite(
            ImageTransform.Subject subject, Function<ImageReference, Optional<TextEdit>> wanted, Safety safety) {
        this.subject = subject;
        this.wanted = wanted;
        this.safety = safety;
    }

    /** Reports the repair of the image of the subject, or why there is none. */
    void report(String message, String title, List<String> assumptions, List<String> notes) {
        Optional<WrittenEdit> edit = edit(subject.place());
        Optional<String> obstacle = subject.place()
                .hindrance()
                .or(() -> edit.isEmpty()
                        ? Optional.of("the name is written in pieces that cannot be edited one by one")
                        : obstacle(edit.get()));
        if (obstacle.isPresent()) {
            subject.abstain(message, obstacle.get());
            return;
        }
        Set<String> others = otherWriters(edit.get());
        List<String> assumed = new ArrayList<>(assumptions);
        List<String> told = new ArrayList<>(notes);
        if (!others.isEmpty()) {
            assumed.add("Whoever sets " + String.join(" or ", others) + " names a place that has the same image.");
        }
        Optional<String> local = localName();
        local.ifPresent(name -> assumed.add(name + " is not built on the machine before it is run there."));
        edit.get()
                .argument()
                .ifPresent(argument -> told.add("Whoever sets " + argument + " takes what it names, as before."));
        boolean certain = others.isEmpty() && local.isEmpty();
        Safety level = certain ? safety : safety.weaker(Safety.REVIEW);
        subject.repair(
                message,
                Rewrite.of(
                                title,
                                level,
                                subject.file().path(),
                                List.of(edit.get().edit()))
                        .withAssumptions(assumed)
                        .withNotes(told));
    }

    /** Returns the name if a script may run what was built just before; nobody builds the official images. */
    private Optional<String> localName() {
        return subject.place().kind() == ImagePlace.Kind.COMMAND
                ? subject.reference()
                        .filter(reference -> !reference.isOfficial())
                        .map(ImageReference::familiarName)
                : Optional.empty();
    }

    private Optional<WrittenEdit> edit(ImagePlace place) {
        return place.reference().flatMap(wanted).flatMap(place::written);
    }

    private Optional<String> obstacle(WrittenEdit edit) {
        ImageReference reference = subject.reference().orElseThrow();
        Set<String> tagWriters = tagWriters(subject.place(), reference);
        String writer = edit.argument().orElse("");
        if (!tagWriters.equals(Set.of(writer))) {
            Set<String> names = new TreeSet<>(tagWriters);
            names.remove("");
            String noun = subject.place().variableNoun() + (names.size() == 1 ? " " : "s ");
            return Optional.of("the tag depends on the " + noun + String.join(" and ", names)
                    + ", and a digest behind it would hold for one value only");
        }
        return edit.argument().flatMap(argument -> otherUse(argument, edit));
    }

    /** Returns who writes the tag; without one, who writes the end of the name, where it would stand. */
    private static Set<String> tagWriters(ImagePlace place, ImageReference reference) {
        TextRange path = reference.pathRange();
        return place.writers(reference.tagRange().orElse(new TextRange(path.end() - 1, path.end())));
    }

    private Optional<String> otherUse(String argument, WrittenEdit edit) {
        OptionalInt use = subject.places().otherUse(argument);
        if (use.isPresent()) {
            return Optional.of("the build argument " + argument + " is also used in line " + use.getAsInt());
        }
        for (ImagePlace other : subject.places().reachedBy(argument)) {
            if (!edit(other).equals(Optional.of(edit))) {
                return Optional.of("the build argument " + argument + " is also used in line "
                        + subject.file().source().line(other.range().start()) + ", in another way");
            }
        }
        return Optional.empty();
    }

    /** Returns the variables that name registry or repository, besides the one that is edited. */
    private Set<String> otherWriters(WrittenEdit edit) {
        ImageReference reference = subject.reference().orElseThrow();
        Set<String> writers = new TreeSet<>(
                subject.place().writers(new TextRange(0, reference.pathRange().end())));
        writers.remove("");
        edit.argument().ifPresent(writers::remove);
        return writers;
    }
}

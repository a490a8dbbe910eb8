package dev.drydock.transform.builtin.images;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.image.ImageReference;
import dev.drydock.model.ImagePlace;
import dev.drydock.model.VariableSpan;
import dev.drydock.model.WrittenEdit;
import dev.drydock.project.BuildCallers;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                        : obstacle(edit.get()).or(this::otherRepository));
        if (obstacle.isPresent()) {
            subject.abstain(message, obstacle.get());
            return;
        }
        Set<String> others = otherWriters();
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

    /** Returns the variables that name registry or namespace, besides the one that is edited. */
    private Set<String> otherWriters() {
        return foreignSpans().map(VariableSpan::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the values of variables that stand in the reference, without those whose default the edit is made in. */
    private Stream<VariableSpan> foreignSpans() {
        TextEdit edit = wanted.apply(subject.reference().orElseThrow()).orElseThrow();
        int at =
                edit.range().isEmpty() ? edit.range().start() - 1 : edit.range().start();
        return subject.place().variables().stream()
                .filter(span -> span.range().start() > at || span.range().end() <= at);
    }

    /**
     * Returns why the digest or the tag of a default would be wrong where a variable has another value: it is part of the last
     * part of the name or of the tag, or the project passes another value.
     */
    private Optional<String> otherRepository() {
        String text = subject.place().text();
        int slash = text.lastIndexOf(
                '/', subject.reference().orElseThrow().pathRange().end() - 1);
        for (VariableSpan span : foreignSpans().toList()) {
            String noun = subject.place().variableNoun() + " " + span.name();
            if (slash < 0 || span.range().end() > slash + 1) {
                return Optional.of(
                        "the name depends on the " + noun + ", and a digest belongs to one repository and tag");
            }
            Optional<ProjectPath> caller = callers(span.name()).stream().findFirst();
            if (caller.isPresent()) {
                return Optional.of(caller.get() + " may give the " + noun + " another value");
            }
        }
        return Optional.empty();
    }

    private List<ProjectPath> callers(String variable) {
        Project project = subject.inspection().project();
        boolean argument = subject.file().kind() == FileKind.DOCKERFILE;
        return argument
                ? BuildCallers.of(project, variable)
                : BuildCallers.passing(project, subject.file().path(), variable);
    }
}

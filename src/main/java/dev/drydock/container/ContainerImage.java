package dev.drydock.container;

import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.model.BuildStage;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.List;
import java.util.Optional;

/** Where the image of a container comes from. */
public sealed interface ContainerImage {

    /**
     * An image that somebody else built.
     *
     * @param text the reference as it is written
     * @param facts what is known of it
     * @param tagKnown false if a variable decides the tag, so that the facts are those of most tags
     */
    record Pulled(String text, Optional<ImageFacts> facts, boolean tagKnown) implements ContainerImage {
        /** Returns whether the facts were looked up for this tag; older versions may start in another way. */
        boolean isCovered() {
            return tagKnown && facts.flatMap(ImageFacts::osFamily).isPresent();
        }
    }

    /**
     * An image that the project builds.
     *
     * @param knowledge for what the application in it writes
     */
    record Built(Project project, ProjectFile dockerfile, BuildStage stage, Knowledge knowledge)
            implements ContainerImage {
        @Override
        public Optional<ImageFacts> facts() {
            return stage.facts();
        }
    }

    /** An image of which nothing can be said; {@code reason} is one line without a final full stop. */
    record Unclear(String reason) implements ContainerImage {
        @Override
        public Optional<ImageFacts> facts() {
            return Optional.empty();
        }
    }

    /** Returns what is known of the image, or of the one that it is built from. */
    Optional<ImageFacts> facts();

    /** Returns the image that a reference means; a variable may stand in the place of the tag. */
    static ContainerImage pulled(String text, Images images) {
        int slash = text.lastIndexOf('/');
        int colon = text.indexOf(':', slash + 1);
        if (text.indexOf('$') < 0) {
            Optional<ImageReference> reference = ImageReference.parse(text);
            return new Pulled(text, reference.flatMap(known -> images.find(known.canonicalName(), known.tag())), true);
        }
        boolean onlyTag = colon > 0 && text.indexOf('$') > colon;
        Optional<ImageReference> name = onlyTag ? ImageReference.parse(text.substring(0, colon)) : Optional.empty();
        // A tag that no variant is for, so that the facts of the entry itself are taken.
        return new Pulled(text, name.flatMap(known -> images.find(known.canonicalName(), Optional.of("?"))), false);
    }

    /** Returns how messages call the image. */
    default String label() {
        if (this instanceof Pulled pulled) {
            return "the image " + pulled.text();
        }
        return this instanceof Built built
                ? "the image of " + built.dockerfile().path()
                : "the image";
    }

    /** Returns the words of ENTRYPOINT and CMD in exec form that a Dockerfile of the project sets. */
    default List<String> ownWords() {
        return this instanceof Built built ? built.stage().startCommand().words() : List.of();
    }
}

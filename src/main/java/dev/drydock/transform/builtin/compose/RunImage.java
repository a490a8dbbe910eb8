package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Setting;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Images;
import java.util.Map;
import java.util.Optional;

/**
 * The image that a service runs, as the file names it.
 *
 * @param reference what is pulled; empty if the service builds its image or a variable decides
 * @param facts what is known of it
 */
record RunImage(Optional<ImageReference> reference, Optional<ImageFacts> facts) {
    private static final RunImage UNKNOWN = new RunImage(Optional.empty(), Optional.empty());

    /** Returns the image of a service; one that is built is not known by the name that it gets. */
    static RunImage of(ComposeService service, Images images) {
        if (service.build().isPresent()) {
            return UNKNOWN;
        }
        Optional<ImageReference> reference = service.image()
                .flatMap(Setting::interpolation)
                .flatMap(RunImage::nameIfCertain)
                .flatMap(ImageReference::parse);
        return new RunImage(
                reference, reference.flatMap(image -> images.find(image.familiarName(), image.effectiveTag())));
    }

    /** A variable may stand for a tag, its default taken; one in the name may stand for anything. */
    private static Optional<String> nameIfCertain(Interpolation text) {
        return text.evaluate(Map.of()).or(() -> beforeVariableTag(text));
    }

    private static Optional<String> beforeVariableTag(Interpolation text) {
        return text.parts().size() > 1
                        && text.parts().get(0) instanceof Interpolation.Part.Literal name
                        && name.text().endsWith(":")
                ? Optional.of(name.text().substring(0, name.text().length() - 1))
                : Optional.empty();
    }

    /** Returns the name for a person: the familiar one, or "its image". */
    String display() {
        return reference.map(ImageReference::familiarName).orElse("its image");
    }
}

package dev.drydock.transform.builtin.images;

import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Publishers;
import java.util.List;
import java.util.Optional;

/** Finds images of publishers that nobody has declared trusted. */
public final class TrustRegistries extends ImageTransform {
    public TrustRegistries() {
        super("trust-registries");
    }

    @Override
    void inspect(Subject subject) {
        subject.reference().ifPresent(reference -> inspect(subject, reference));
    }

    private static void inspect(Subject subject, ImageReference reference) {
        String name = reference.canonicalName();
        Publishers publishers = subject.inspection().facts().knowledge().publishers();
        List<String> only = subject.inspection().options().list("only", List.of());
        List<String> allow = subject.inspection().options().list("allow", List.of());
        boolean trusted = Publishers.matchesAny(allow, name)
                || (only.isEmpty() ? publishers.isTrusted(name) : Publishers.matchesAny(only, name));
        if (trusted) {
            return;
        }
        String policy = only.isEmpty()
                ? "is neither an official image nor of a publisher that is known to be trusted"
                : "is not among the images that the configuration allows";
        Optional<String> official = publishers
                .officialEquivalent(name)
                .filter(image -> only.isEmpty() || Publishers.matchesAny(only, image));
        String choice = "if it is to be trusted, name it in the option allow of trust-registries";
        subject.advise(
                reference.familiarName() + " " + policy,
                official.map(image -> "the official image " + image + " serves the same purpose; " + choice)
                        .orElse(choice));
    }
}

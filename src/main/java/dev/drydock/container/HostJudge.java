package dev.drydock.container;

import dev.drydock.knowledge.ImageFacts;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a container can do without privileges of the host: its devices, namespaces and kernel. */
final class HostJudge {
    private final Container container;

    HostJudge(Container container) {
        this.container = container;
    }

    /** Returns the answer; its value is always true. */
    Answer<Boolean> answer() {
        Optional<ImageFacts> facts = container.image().facts();
        Set<String> needs = facts.map(ImageFacts::needs).orElse(Set.of());
        if (!needs.isEmpty()) {
            return Answer.none(container.image().label() + " is made to use: " + String.join(", ", needs));
        }
        Answer<CapabilityGrant> capabilities = ContainerNeeds.of(container).capabilities();
        if (capabilities instanceof Answer.None<CapabilityGrant> none) {
            return Answer.none(none.reason());
        }
        if (facts.isEmpty() || !capabilities.isKnown()) {
            return Answer.likely(
                    true,
                    "It uses no device, kernel module or namespace of the host; what "
                            + container.image().label() + " does is not known.");
        }
        if (container.image() instanceof ContainerImage.Built && container.isKnownNonRoot()) {
            // Whoever is not root has no capabilities in a privileged container either, and devices belong to root.
            return Answer.known(true, "The application, which is not root, opens no device of the host.");
        }
        return container.image() instanceof ContainerImage.Built || !container.keepsEntrypoint()
                ? Answer.likely(true, "The application uses no devices, modules or namespaces of the host.")
                : Answer.known(true, "The service does nothing that its image is not made for.");
    }
}

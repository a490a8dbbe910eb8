package dev.drydock.transform.builtin.commands;

import dev.drydock.knowledge.Capabilities;
import dev.drydock.knowledge.Capabilities.Capability;
import dev.drydock.knowledge.CapabilityNeeds;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import java.util.Optional;

/** Drops added capabilities that open the host, where the image is known to work without them. */
public final class RunWithoutDangerousCapabilities extends CommandTransform {
    public RunWithoutDangerousCapabilities() {
        super("run-without-dangerous-capabilities");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<StartedContainer> container = subject.container();
        if (container.isEmpty() || container.get().command().has("privileged")) {
            return;
        }
        Capabilities capabilities = subject.knowledge().capabilities();
        for (ContainerCommand.Flag flag : container.get().command().flags("cap-add")) {
            flag.value()
                    .flatMap(WrittenValue::known)
                    .flatMap(capabilities::find)
                    .filter(Capability::isDangerous)
                    .ifPresent(capability -> Removal.report(
                            subject,
                            flag,
                            "the capability " + capability.name() + " allows " + capability.allows(),
                            obstacle(container.get(), capability),
                            instead(capability),
                            "The container does not need " + capability.name() + ", which its image does not use."));
        }
    }

    private static Optional<String> obstacle(StartedContainer container, Capability capability) {
        boolean used = container
                .facts()
                .flatMap(facts -> facts.capabilities())
                .filter(needs -> isUsed(needs, capability.name()))
                .isPresent();
        return used ? Optional.of("the image uses it") : Removal.obstacle(container);
    }

    private static boolean isUsed(CapabilityNeeds needs, String name) {
        return needs.add().contains(name) || needs.optional().containsKey(name);
    }

    private static String instead(Capability capability) {
        return capability.instead().stream()
                .findFirst()
                .map(instead -> "for " + instead.purpose() + ", " + instead.grant() + " is enough")
                .orElse("drop it if nothing in the container needs it");
    }
}

package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.HostHints;
import dev.drydock.knowledge.Capabilities;
import dev.drydock.knowledge.Capabilities.Capability;
import dev.drydock.knowledge.CapabilityNeeds;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.shell.commands.WrittenValue;
import java.util.Optional;
import java.util.Set;

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
                            answer(container.get(), capability, capabilities),
                            instead(capability),
                            "The container does not need " + capability.name() + ", which its image does not use."));
        }
    }

    private static Answer<Boolean> answer(StartedContainer container, Capability capability, Capabilities known) {
        boolean used = container
                .facts()
                .flatMap(facts -> facts.capabilities())
                .filter(needs -> isUsed(needs, capability.name()))
                .isPresent();
        if (used) {
            return Answer.none("the image uses it");
        }
        Optional<HostHints> hints = container.hints(known);
        if (hints.isPresent() && container.facts().isEmpty()) {
            Set<String> wanted = hints.get().capabilities();
            boolean all = capability.name().equals("ALL");
            if (wanted.contains(capability.name()) || (all && !wanted.isEmpty())) {
                return Answer.none("it looks as if it used " + String.join(", ", wanted));
            }
            if (hints.get().kernel().isPresent() && capability.isAsGoodAsRoot()) {
                return Answer.none("it is given " + hints.get().kernel().get() + " of the host as well");
            }
            if (capability.name().equals("NET_ADMIN") && container.command().hasAny("sysctl")) {
                return Answer.none("it changes settings of the network, which such programs do");
            }
        }
        return Removal.withoutHost(container);
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

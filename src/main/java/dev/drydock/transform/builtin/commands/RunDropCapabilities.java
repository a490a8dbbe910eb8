package dev.drydock.transform.builtin.commands;

import dev.drydock.knowledge.CapabilityNeeds;
import dev.drydock.knowledge.ImageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes all capabilities from a container but those that its image needs. */
public final class RunDropCapabilities extends Hardening {
    public RunDropCapabilities() {
        super("run-drop-capabilities", "the container keeps capabilities that it does not need");
    }

    @Override
    protected Optional<String> done(Container container) {
        if (container.command().hasAny("cap-drop")) {
            return Optional.of("capabilities are dropped already");
        }
        return container.command().has("privileged")
                ? Optional.of("a privileged container has all of them, whatever is dropped")
                : Optional.empty();
    }

    @Override
    protected Decision decide(Subject subject, Container container, ImageFacts facts) {
        if (facts.capabilities().isEmpty() || !facts.isVerified("capabilities")) {
            return Decision.not("which capabilities " + facts.name() + " needs is not known for sure");
        }
        Optional<String> use = container.otherUse();
        if (use.isPresent()) {
            return Decision.not(use.get());
        }
        CapabilityNeeds needs = facts.capabilities().get();
        Set<String> wanted = new TreeSet<>(needs.add());
        needs.optional().keySet().stream()
                .filter(name -> isNeeded(container, name))
                .forEach(wanted::add);
        container.command().flags("cap-add").forEach(flag -> wanted.remove(name(flag.text())));
        List<String> flags = new ArrayList<>(List.of("--cap-drop=ALL"));
        wanted.forEach(name -> flags.add("--cap-add=" + name));
        return Decision.add(
                flags,
                List.of("The container runs the usual program of " + facts.name()
                        + (needs.add().isEmpty() ? "." : ", which needs " + String.join(", ", needs.add()) + ".")));
    }

    /** A port below 1024 needs a capability in the network of the host, and in every network of podman. */
    private static boolean isNeeded(Container container, String name) {
        boolean hostNetwork = container.command().flags("network", "net").stream()
                .anyMatch(flag -> flag.text().equals("host"));
        boolean podman = container.command().program().equals("podman");
        return name.equals("NET_BIND_SERVICE") && (hostNetwork || podman);
    }

    static String name(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }
}

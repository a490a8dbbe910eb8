package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.CapabilityGrant;
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
    protected Optional<String> done(StartedContainer container) {
        if (container.command().hasAny("cap-drop")) {
            return Optional.of("capabilities are dropped already");
        }
        return container.command().has("privileged")
                ? Optional.of("a privileged container has all of them, whatever is dropped")
                : Optional.empty();
    }

    @Override
    protected Answer<List<String>> flags(Subject subject, StartedContainer container) {
        Answer<CapabilityGrant> answer = container.needs().capabilities();
        if (answer instanceof Answer.None<CapabilityGrant> none) {
            return Answer.none(none.reason());
        }
        CapabilityGrant grant = answer.found().orElseThrow();
        Set<String> wanted = new TreeSet<>(grant.capabilities());
        container.command().flags("cap-add").forEach(flag -> wanted.remove(name(flag.text())));
        List<String> flags = new ArrayList<>(List.of("--cap-drop=ALL"));
        wanted.forEach(name -> flags.add("--cap-add=" + name));
        String why = grant.why().map(text -> " (" + text + ")").orElse("");
        return with(answer, flags)
                .assuming("The container needs "
                        + (grant.capabilities().isEmpty()
                                ? "no capability"
                                : "only " + String.join(", ", grant.capabilities()))
                        + why + ".");
    }

    private static String name(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
    }
}

package dev.drydock.transform.builtin.commands;

import dev.drydock.knowledge.ImageFacts;
import java.util.List;
import java.util.Optional;

/** Forbids the processes of a container to gain privileges by setuid programs. */
public final class RunNoNewPrivileges extends Hardening {
    public RunNoNewPrivileges() {
        super("run-no-new-privileges", "the processes of the container can gain privileges");
    }

    @Override
    protected Optional<String> done(Container container) {
        boolean set = container.command().flags("security-opt").stream()
                .anyMatch(flag -> flag.text().startsWith("no-new-privileges"));
        if (set) {
            return Optional.of("no-new-privileges is decided already");
        }
        return container.command().has("privileged")
                ? Optional.of("a privileged container has them already")
                : Optional.empty();
    }

    @Override
    protected Decision decide(Subject subject, Container container, ImageFacts facts) {
        if (facts.noNewPrivileges().isPresent()) {
            return Decision.not(facts.noNewPrivileges().get());
        }
        if (!facts.setuidTools().isEmpty()) {
            return Decision.not("the image uses setuid programs: " + String.join(", ", facts.setuidTools()));
        }
        if (facts.capabilities().isEmpty()) {
            return Decision.not("what " + facts.name() + " needs is not known");
        }
        return container
                .otherUse()
                .map(Decision::not)
                .orElseGet(() -> Decision.add(
                        List.of("--security-opt=no-new-privileges"),
                        List.of("Nothing in the container relies on sudo, su or another setuid program.")));
    }
}

package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import java.util.List;
import java.util.Optional;

/** Forbids the processes of a container to gain privileges by setuid programs. */
public final class RunNoNewPrivileges extends Hardening {
    public RunNoNewPrivileges() {
        super("run-no-new-privileges", "the processes of the container can gain privileges");
    }

    @Override
    protected Optional<String> done(StartedContainer container) {
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
    protected Answer<List<String>> flags(Subject subject, StartedContainer container) {
        Answer<Boolean> answer = container.needs().noNewPrivileges();
        return answer instanceof Answer.None<Boolean> none
                ? Answer.none(none.reason())
                : with(answer, List.of("--security-opt=no-new-privileges"))
                        .assuming("Nothing in the container relies on sudo, su or another setuid program.");
    }
}

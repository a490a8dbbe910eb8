package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.container.Answer;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Forbids the programs of a service to get more privileges than who starts them. */
public final class NoNewPrivileges extends HardeningTransform {
    private static final String OPTION = "no-new-privileges";

    public NoNewPrivileges() {
        super("no-new-privileges");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        TextRange place = place(service);
        String message = "programs of the service " + service.name() + " may gain privileges";
        Optional<String> given = service.strings("security_opt").stream()
                .filter(option -> option.startsWith(OPTION))
                .findFirst();
        if (given.isPresent()) {
            if (given.get().endsWith("false")) {
                subject.abstain(place, message, "the file says " + given.get());
            }
            return;
        }
        if (isOutOfReach(subject, hardening, message, "security_opt")) {
            return;
        }
        Optional<String> obstacle = obstacle(hardening)
                .or(() -> new ContainerUses(subject.inspection().project(), subject.file())
                        .stackDeploy()
                        .map(stack -> stack + ", which ignores security_opt"));
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        Answer<Boolean> answer = hardening.ask(ContainerNeeds::noNewPrivileges, Boolean::logicalAnd);
        if (answer instanceof Answer.None<Boolean> none) {
            subject.abstain(place, message, none.reason());
            return;
        }
        var editor = subject.editor();
        new ServiceEdit(service, editor).add("security_opt", List.of(OPTION + ":true"));
        subject.repair(place, message, "forbid new privileges", safety(answer), editor.finish(), answer.assumptions());
    }

    /** A list of security options may not hold one twice, not even after files were merged or services extended. */
    private static Optional<String> obstacle(Hardening hardening) {
        ComposeService service = hardening.service();
        boolean twice = hardening.merged().anyMatch(NoNewPrivileges::says)
                || hardening.concernedServices().stream()
                        .anyMatch(other -> other != service
                                && other.ownSetting("security_opt").isPresent()
                                && says(other));
        if (twice) {
            return Optional.of("a merged service or file sets it already; compose rejects duplicates");
        }
        return hardening
                .leaderElsewhere()
                .map(file -> "compose may be given " + file + " too, which is where it belongs; twice is an error")
                .or(() -> ServiceEdit.obstacle(service, "security_opt"));
    }

    private static boolean says(ComposeService service) {
        return service.strings("security_opt").stream().anyMatch(option -> option.startsWith(OPTION));
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.container.Container;
import dev.drydock.container.ContainerImage;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.evidence.Observed;
import dev.drydock.model.UserName;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.List;
import java.util.Optional;

/** Runs a service as the account that its image has for that. */
public final class RunServiceAsNonRoot extends HardeningTransform {

    public RunServiceAsNonRoot() {
        super("run-service-as-non-root");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        Container container = hardening.containers().get(0);
        Optional<Setting> given = service.user();
        TextRange place = place(service);
        String message = "the service " + service.name() + " runs as root";
        if (given.isPresent()) {
            if (given.get().text().filter(UserName::isRoot).isPresent()
                    && service.mapping().isPresent()) {
                subject.abstain(
                        place,
                        message,
                        "the file says user: " + given.get().text().orElse("") + "; why is unknown");
            }
            return;
        }
        boolean root = container.image() instanceof ContainerImage.Pulled
                && container.userOfImage().filter(UserName::isRoot).isPresent();
        if (!root || isOutOfReach(subject, hardening, message, "user")) {
            return;
        }
        if (container.keepsEntrypoint()
                && container.image().facts().flatMap(facts -> facts.stepDown()).isPresent()) {
            subject.notNeeded(place, message, "the entrypoint of its image changes the user by itself");
            return;
        }
        Optional<List<Integer>> users =
                container.observed().map(Observed::users).filter(seen -> !seen.isEmpty());
        if (users.isPresent() && !users.get().contains(0)) {
            subject.notNeeded(
                    place,
                    message,
                    "when it was tried, its processes ran as " + users.get().get(0));
            return;
        }
        Answer<String> answer = hardening.ask(ContainerNeeds::account, (one, other) -> one);
        if (hardening.siblings().say(service.name(), "user")) {
            subject.abstain(place, message, "another compose file of the directory says the user");
            return;
        }
        if (answer instanceof Answer.None<String> none) {
            subject.abstain(place, message, none.reason());
            return;
        }
        YamlEditor editor = subject.editor();
        String user = answer.found().orElseThrow();
        new ServiceEdit(service, editor).set("user", YamlValue.string(user));
        subject.repair(place, message, "run as " + user, safety(answer), editor.finish(), answer.assumptions());
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.container.Answer;
import dev.drydock.container.CapabilityGrant;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes all capabilities from a service and gives back exactly those that it needs. */
public final class DropCapabilities extends HardeningTransform {
    private static final String ALL = "ALL";

    public DropCapabilities() {
        super("drop-capabilities");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        if (names(service, "cap_drop").contains(ALL)) {
            return;
        }
        TextRange place = place(service);
        String message = "the service " + service.name() + " keeps the default capabilities";
        if (isOutOfReach(subject, hardening, message, "cap_drop", "cap_add")) {
            return;
        }
        Optional<String> obstacle = obstacle(hardening);
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        Answer<CapabilityGrant> answer = hardening.ask(ContainerNeeds::capabilities, CapabilityGrant::and);
        if (answer instanceof Answer.None<CapabilityGrant> none) {
            subject.abstain(place, message, none.reason());
            return;
        }
        List<String> needed = missing(service, answer.found().orElseThrow());
        YamlEdits edits = edit(subject, service, needed);
        subject.repair(place, message, title(needed), safety(answer), edits, answer.assumptions());
    }

    private static Optional<String> obstacle(Hardening hardening) {
        for (ComposeService concerned : hardening.concernedServices()) {
            if (concerned.isOn("privileged")) {
                return Optional.of("it is privileged, which gives it everything");
            }
            if (names(concerned, "cap_add").contains(ALL)) {
                return Optional.of("cap_add gives it everything");
            }
        }
        ComposeService service = hardening.service();
        return ServiceEdit.obstacle(service, "cap_drop").or(() -> ServiceEdit.obstacle(service, "cap_add"));
    }

    /** What somebody took away already, the service can do without. */
    private static List<String> missing(ComposeService service, CapabilityGrant grant) {
        Set<String> settled = names(service, "cap_add");
        settled.addAll(names(service, "cap_drop"));
        return grant.capabilities().stream()
                .filter(name -> !settled.contains(name))
                .toList();
    }

    private static YamlEdits edit(Subject subject, ComposeService service, List<String> needed) {
        var editor = subject.editor();
        new ServiceEdit(service, editor).add("cap_drop", List.of(ALL)).add("cap_add", needed);
        return editor.finish();
    }

    private static String title(List<String> needed) {
        return needed.isEmpty() ? "drop all capabilities" : "drop all capabilities but " + String.join(", ", needed);
    }

    private static Set<String> names(ComposeService service, String key) {
        return service.strings(key).stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .map(name -> name.startsWith("CAP_") ? name.substring("CAP_".length()) : name)
                .collect(Collectors.toSet());
    }
}

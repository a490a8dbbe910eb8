package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.compose.VolumeMount;
import dev.drydock.container.Answer;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the security profiles of the engine on again. */
public final class NoDisabledProfiles extends HostTransform {
    private static final Set<String> DISABLING = Set.of(
            "seccomp:unconfined",
            "seccomp=unconfined",
            "apparmor:unconfined",
            "apparmor=unconfined",
            "label:disable",
            "label=disable",
            "systempaths=unconfined",
            "systempaths:unconfined");

    public NoDisabledProfiles() {
        super("no-disabled-profiles");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        Optional<Setting> setting =
                service.setting("security_opt").filter(found -> found.value() instanceof YamlSequence);
        List<YamlItem> items = setting.stream()
                .flatMap(found -> ((YamlSequence) found.value()).items().stream())
                .filter(item -> DISABLING.contains(text(item)))
                .toList();
        if (items.isEmpty() || service.mapping().isEmpty()) {
            return;
        }
        String names =
                String.join(", ", items.stream().map(NoDisabledProfiles::text).toList());
        String message = "the service " + service.name() + " runs with " + names;
        boolean labels = items.stream().anyMatch(item -> text(item).startsWith("label"));
        Optional<String> elsewhere = elsewhere(
                subject,
                setting.get(),
                each -> withoutHost(each).isKnown() && !(labels && hasFoldersOfHost(each.service())));
        TextRange place = elsewhere.isPresent() ? place(service) : items.get(0).range();
        Answer<Boolean> answer = withoutHost(hardening);
        if (answer instanceof Answer.None<Boolean> none) {
            subject.advise(
                    place, message, none.reason() + "; a profile of its own can allow what the usual one forbids");
            return;
        }
        Optional<String> hinted = answer.isKnown()
                ? Optional.empty()
                : hints(subject, hardening).capabilities().stream().findFirst();
        if (hinted.isPresent()) {
            subject.advise(
                    place,
                    message,
                    "it looks as if it used what needs " + hinted.get()
                            + "; a profile of its own can allow what the usual one forbids");
            return;
        }
        if (labels && hasFoldersOfHost(service)) {
            subject.advise(place, message, "its directories of the host need the option z or Z instead");
            return;
        }
        if (elsewhere.isPresent()) {
            subject.abstain(place, message, elsewhere.get());
            return;
        }
        if (isReportedElsewhere(subject, hardening, setting.get())) {
            return;
        }
        YamlEditor editor = subject.editor();
        delete(editor, setting.get(), items);
        subject.repair(
                place,
                message,
                "drop " + names,
                safety(answer),
                editor.finish(),
                answer.assumptions(),
                LeftComments.of(items, names));
    }

    private static boolean hasFoldersOfHost(ComposeService service) {
        return service.volumes().stream().anyMatch(mount -> mount.type() == VolumeMount.Type.BIND);
    }

    private static String text(YamlItem item) {
        return item.value()
                .resolved()
                .flatMap(value -> value.asScalar())
                .map(YamlScalar::value)
                .orElse("");
    }
}

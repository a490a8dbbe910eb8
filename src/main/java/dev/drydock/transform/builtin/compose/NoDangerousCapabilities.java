package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.knowledge.Capabilities;
import dev.drydock.knowledge.Capabilities.Capability;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.edit.YamlEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back capabilities that are as good as root on the host, where the image is known to do without. */
public final class NoDangerousCapabilities extends HostTransform {

    public NoDangerousCapabilities() {
        super("no-dangerous-capabilities");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        Optional<Setting> setting = service.setting("cap_add").filter(found -> found.value() instanceof YamlSequence);
        if (setting.isEmpty() || service.mapping().isEmpty()) {
            return;
        }
        Capabilities known = subject.inspection().facts().knowledge().capabilities();
        List<YamlItem> items = new ArrayList<>();
        List<Capability> dangerous = new ArrayList<>();
        for (YamlItem item : ((YamlSequence) setting.get().value()).items()) {
            item.value()
                    .resolved()
                    .flatMap(value -> value.asScalar())
                    .map(YamlScalar::value)
                    .flatMap(known::find)
                    .filter(Capability::isDangerous)
                    .ifPresent(capability -> {
                        items.add(item);
                        dangerous.add(capability);
                    });
        }
        if (!items.isEmpty()) {
            report(subject, hardening, setting.get(), items, dangerous);
        }
    }

    private static void report(
            Subject subject, Hardening hardening, Setting setting, List<YamlItem> items, List<Capability> dangerous) {
        ComposeService service = hardening.service();
        String names =
                String.join(", ", dangerous.stream().map(Capability::name).toList());
        String message = "the service " + service.name() + " is given " + names;
        Optional<String> elsewhere = elsewhere(
                subject,
                setting,
                each -> withoutHost(each).isKnown()
                        && optionalUse(each, dangerous).isEmpty());
        TextRange place = elsewhere.isPresent() ? place(service) : items.get(0).range();
        Answer<Boolean> answer = withoutHost(hardening);
        Optional<String> optional = optionalUse(hardening, dangerous);
        if (answer instanceof Answer.None || !answer.isKnown() || optional.isPresent()) {
            subject.advise(place, message, advice(dangerous, optional));
            return;
        }
        if (elsewhere.isPresent()) {
            subject.abstain(place, message, elsewhere.get());
            return;
        }
        if (isReportedElsewhere(subject, hardening, setting)) {
            return;
        }
        YamlEditor editor = subject.editor();
        delete(editor, setting, items);
        subject.repair(place, message, "take back " + names, safety(answer), editor.finish(), answer.assumptions());
    }

    /** Returns what a capability is for that some configurations of the image use. */
    private static Optional<String> optionalUse(Hardening hardening, List<Capability> dangerous) {
        return hardening.containers().stream()
                .flatMap(container -> container.image().facts().stream())
                .flatMap(facts -> facts.capabilities().stream())
                .flatMap(needs -> dangerous.stream()
                        .filter(capability -> needs.add().contains(capability.name())
                                || needs.optional().containsKey(capability.name()))
                        .map(capability -> "the image may use " + capability.name()))
                .findFirst();
    }

    private static String advice(List<Capability> dangerous, Optional<String> optional) {
        List<String> sentences = new ArrayList<>();
        optional.ifPresent(sentences::add);
        for (Capability capability : dangerous) {
            sentences.add(capability.name() + " allows " + capability.allows());
            capability.instead().forEach(instead -> sentences.add("for " + instead.purpose() + ": " + instead.grant()));
        }
        return String.join("; ", sentences);
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.container.HostHints;
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
        Optional<String> optional = optionalUse(hardening, dangerous)
                .or(() -> answer.isKnown() ? Optional.empty() : hinted(subject, hardening, dangerous));
        if (answer instanceof Answer.None || optional.isPresent()) {
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
        subject.repair(
                place,
                message,
                "take back " + names,
                safety(answer),
                editor.finish(),
                answer.assumptions(),
                LeftComments.of(items, names));
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

    /** Returns what says that a container of which little is known uses one of the capabilities. */
    private static Optional<String> hinted(Subject subject, Hardening hardening, List<Capability> dangerous) {
        HostHints hints = hints(subject, hardening);
        Optional<String> used = hints.capabilities().stream()
                .filter(name -> dangerous.stream()
                        .map(Capability::name)
                        .anyMatch(given -> given.equals(name) || given.equals("ALL")))
                .findFirst()
                .map(name -> "it looks as if it used " + name);
        boolean open = dangerous.stream().anyMatch(Capability::isAsGoodAsRoot);
        boolean network = dangerous.stream().anyMatch(each -> each.name().equals("NET_ADMIN"))
                && hardening.service().setting("sysctls").isPresent();
        return used.or(() ->
                        hints.kernel().filter(path -> open).map(path -> "it is given " + path + " of the host as well"))
                .or(() -> network
                        ? Optional.of("it changes settings of the network, which such programs do")
                        : Optional.empty());
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

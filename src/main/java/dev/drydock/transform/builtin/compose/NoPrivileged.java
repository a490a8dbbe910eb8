package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.container.HostHints;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.edit.CommentFate;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.List;
import java.util.Optional;

/** Takes back {@code privileged: true} where the image is known to do without. */
public final class NoPrivileged extends HostTransform {

    public NoPrivileged() {
        super("no-privileged");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        Optional<Setting> setting = service.setting("privileged").filter(Setting::isOn);
        if (setting.isEmpty() || service.mapping().isEmpty()) {
            return;
        }
        String message = "the service " + service.name() + " is privileged: it can do to the host what root can";
        Optional<String> elsewhere =
                elsewhere(subject, setting.get(), each -> withoutHost(each).isKnown());
        TextRange place =
                elsewhere.isPresent() ? place(service) : setting.get().entry().range();
        HostHints hints = hints(subject, hardening);
        Answer<Boolean> answer = hinted(subject, withoutHost(hardening), hints);
        if (answer instanceof Answer.None<Boolean> none) {
            subject.advise(place, message, none.reason() + "; give it what it needs instead: " + instead(service));
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
        boolean grant = !answer.isKnown()
                && hints.capabilities().size() == 1
                && service.setting("cap_add").isEmpty();
        if (grant) {
            editor.renameKey(setting.get().entry(), "cap_add")
                    .replaceValue(setting.get().entry().value(), YamlValue.strings(List.copyOf(hints.capabilities())));
        } else {
            editor.delete(setting.get().entry(), CommentFate.KEEP);
        }
        subject.repair(
                place,
                message,
                grant ? "give it " + String.join(", ", hints.capabilities()) + " instead" : "drop privileged",
                safety(answer),
                editor.finish(),
                answer.assumptions(),
                grant ? List.of() : LeftComments.of(List.of(setting.get().entry()), "privileged"));
    }

    /** Where nothing is known of the image, what it is given besides and what it starts may show that it needs the host. */
    private static Answer<Boolean> hinted(Subject subject, Answer<Boolean> answer, HostHints hints) {
        if (answer.isKnown() || answer instanceof Answer.None) {
            return answer;
        }
        return hints.whyPrivileged(subject.inspection().facts().knowledge().capabilities())
                .<Answer<Boolean>>map(Answer::none)
                .orElse(answer);
    }

    private static String instead(ComposeService service) {
        return service.setting("devices").isPresent()
                ? "its devices are listed already, and perhaps one capability"
                : "a device under devices, or one capability under cap_add";
    }
}

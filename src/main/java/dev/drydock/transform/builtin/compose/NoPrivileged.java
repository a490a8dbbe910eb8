package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.edit.CommentFate;
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
        Answer<Boolean> answer = withoutHost(hardening);
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
        subject.repair(
                place,
                message,
                "drop privileged",
                safety(answer),
                subject.editor().delete(setting.get().entry(), CommentFate.KEEP).finish(),
                answer.assumptions());
    }

    private static String instead(ComposeService service) {
        return service.setting("devices").isPresent()
                ? "its devices are listed already, and perhaps one capability"
                : "a device under devices, or one capability under cap_add";
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Answer;
import dev.drydock.container.Container;
import dev.drydock.container.ListeningPorts;
import dev.drydock.edit.Safety;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.edit.CommentFate;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a service namespaces of its own instead of those of the host. */
public final class NoHostNamespaces extends HostTransform {
    /** What most programs that share memory among their own processes get along with. */
    private static final String SHARED_MEMORY = "1g";

    private static final Map<String, String> KEYS = Map.of(
            "network_mode", "network",
            "pid", "processes",
            "ipc", "shared memory",
            "userns_mode", "users",
            "uts", "host name");

    public NoHostNamespaces() {
        super("no-host-namespaces");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        KEYS.keySet().stream()
                .sorted()
                .forEach(key -> hardening
                        .service()
                        .setting(key)
                        .filter(setting -> setting.text().filter("host"::equals).isPresent())
                        .filter(setting -> hardening.service().mapping().isPresent())
                        .ifPresent(setting -> inspect(subject, hardening, setting)));
    }

    private static void inspect(Subject subject, Hardening hardening, Setting setting) {
        ComposeService service = hardening.service();
        String message = "the service " + service.name() + " shares the " + KEYS.get(setting.key()) + " of the host";
        Optional<String> elsewhere = elsewhere(
                subject,
                setting,
                each -> !setting.key().equals("network_mode")
                        && withoutHost(each).isKnown());
        TextRange place =
                elsewhere.isPresent() ? place(service) : setting.entry().range();
        Answer<Boolean> answer = withoutHost(hardening);
        if (answer instanceof Answer.None<Boolean> none) {
            subject.advise(place, message, none.reason() + instead(setting.key()));
            return;
        }
        if (setting.key().equals("userns_mode")) {
            subject.advise(
                    place, message, "on hosts with userns-remap, removing it changes the owner of existing volumes");
            return;
        }
        if (elsewhere.isPresent()) {
            subject.abstain(place, message, elsewhere.get());
            return;
        }
        if (setting.key().equals("network_mode")) {
            publish(subject, hardening, setting, message);
            return;
        }
        if (isReportedElsewhere(subject, hardening, setting)) {
            return;
        }
        YamlEditor editor = subject.editor();
        boolean more = setting.key().equals("ipc")
                && !answer.isKnown()
                && service.setting("shm_size").isEmpty();
        if (more) {
            editor.renameKey(setting.entry(), "shm_size")
                    .replaceValue(setting.entry().value(), YamlValue.string(SHARED_MEMORY));
        } else {
            editor.delete(setting.entry(), CommentFate.KEEP);
        }
        subject.repair(
                place,
                message,
                more ? "give it " + SHARED_MEMORY + " of its own" : "drop " + setting.key() + ": host",
                safety(answer),
                editor.finish(),
                answer.assumptions(),
                more ? List.of() : LeftComments.of(List.of(setting.entry()), setting.key() + ": host"));
    }

    private static String instead(String key) {
        return switch (key) {
            case "network_mode" -> "; publish the ports that it listens on instead";
            case "ipc" -> "; if it only needs more shared memory, shm_size gives it that";
            default -> "";
        };
    }

    /** Whoever reaches the service at localhost must use its name afterwards, which is more than this file. */
    private static void publish(Subject subject, Hardening hardening, Setting setting, String message) {
        ComposeService service = hardening.service();
        TextRange place = setting.entry().range();
        Container container = hardening.containers().get(0);
        List<String> ports = ListeningPorts.of(container).stream()
                .map(ListeningPorts::published)
                .toList();
        boolean administers = container.image().facts().isEmpty()
                && !hints(subject, hardening).capabilities().isEmpty();
        Optional<String> host = container.variableOfHost();
        if (administers || host.isPresent()) {
            subject.advise(
                    place,
                    message,
                    host.map(name -> "it reaches the host itself, as " + name + " says")
                                    .orElse("it looks as if it worked with the network of the host")
                            + instead("network_mode"));
            return;
        }
        YamlEditor editor = subject.editor();
        boolean published = service.setting("ports").isPresent();
        boolean unknown = ports.isEmpty() && !published;
        if (published || unknown) {
            editor.delete(setting.entry(), CommentFate.KEEP);
        } else {
            editor.renameKey(setting.entry(), "ports")
                    .replaceValue(setting.entry().value(), YamlValue.strings(ports));
        }
        List<String> assumptions = new ArrayList<>();
        assumptions.add("Nothing reaches " + service.name() + " at localhost, and it reaches nothing there.");
        assumptions.add(
                unknown
                        ? "Nobody has to reach it from outside; a port that somebody needs is published under ports."
                        : "It listens on no other ports than those that are published.");
        subject.repair(
                place,
                message,
                unknown ? "drop network_mode: host" : "publish its ports instead of the network of the host",
                Safety.SUGGEST,
                editor.finish(),
                assumptions);
    }
}

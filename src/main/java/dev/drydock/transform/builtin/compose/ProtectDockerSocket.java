package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Setting;
import dev.drydock.compose.VolumeMount;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.HostPaths;
import dev.drydock.knowledge.SocketClient;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.SocketUser;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlEdits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a proxy between services and the socket of the daemon, where what they ask of it is known or usual. */
public final class ProtectDockerSocket extends HardeningTransform {

    public ProtectDockerSocket() {
        super("protect-docker-socket");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        ComposeService service = hardening.service();
        HostPaths paths = subject.inspection().facts().knowledge().hostPaths();
        for (VolumeMount mount : service.volumes()) {
            String source = mount.source()
                    .map(text -> Interpolation.of(text).evaluate(Map.of()).orElse(text))
                    .orElse("");
            if (service.mapping().isEmpty() || !paths.isDaemonSocket(source)) {
                continue;
            }
            TextRange place = mount.provenance().isOwn() ? mount.item().range() : place(service);
            String message = "the service " + service.name() + " has the socket of the daemon: it can take the host"
                    + (mount.readOnly() ? ", also with ro" : "");
            SocketUser user = new SocketUser(
                    service.image()
                            .flatMap(Setting::text)
                            .map(ProtectDockerSocket::repository)
                            .orElse(""),
                    hardening.containers().get(0).image().facts(),
                    paths);
            if (user.isProxy()) {
                judge(subject, service, place, message);
                continue;
            }
            Optional<SocketClient> client = user.client();
            Optional<SocketProxy> proxy = client.filter(known -> source.endsWith("docker.sock")
                            && !hardening.misplaced().isPresent())
                    .map(known -> new SocketProxy(paths.socketProxy(), service, mount, known));
            Optional<String> obstacle = proxy.flatMap(SocketProxy::obstacle);
            if (proxy.isEmpty() || obstacle.isPresent()) {
                subject.advise(
                        place,
                        message,
                        obstacle.map(reason -> reason + "; ").orElse("")
                                + advice(user.isMadeForIt(), client.isEmpty()));
                continue;
            }
            offer(subject, proxy.get(), place, message);
            return;
        }
    }

    private static void offer(Subject subject, SocketProxy proxy, TextRange place, String message) {
        YamlEditor editor = subject.editor();
        proxy.write(editor);
        YamlEdits edits = editor.finish();
        if (edits instanceof YamlEdits.Refused refused) {
            subject.abstain(place, message, refused.reason());
            return;
        }
        // Another service of the file that needs the proxy, too, gets it when this one is written.
        FileChange change = new FileChange.Edits(
                subject.file().path(),
                edits.edits().orElseThrow(),
                List.of(new TextRange(0, subject.file().source().length())),
                List.of());
        subject.repair(
                place,
                message,
                new Rewrite(
                        "put a proxy between " + proxy.service().name() + " and the socket",
                        Safety.SUGGEST,
                        List.of(change),
                        proxy.assumptions(),
                        List.of()));
    }

    /** Who may change containers may take the host, proxy or not. */
    private static void judge(Subject subject, ComposeService service, TextRange place, String message) {
        boolean changes = service.environment().stream()
                .anyMatch(pair -> pair.key().equals("POST")
                        && pair.value().filter(Set.of("1", "true")::contains).isPresent());
        if (changes) {
            subject.advise(
                    place,
                    "the proxy " + service.name() + " lets its clients change containers, and so take the host",
                    "set POST to 0, or allow single requests, such as ALLOW_RESTARTS");
        } else {
            subject.notNeeded(place, message, "it is a proxy that lets only chosen requests through");
        }
    }

    private static String repository(String image) {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash + 1);
        return colon < 0 ? image : image.substring(0, colon);
    }

    private static String advice(boolean made, boolean changes) {
        String proxy =
                "a socket proxy as a service of its own, on an internal network, that alone mounts the socket and lets"
                        + " only the needed requests through";
        if (changes) {
            return "its image is made to change containers, which no proxy can make harmless: keep it away from networks and"
                    + " people, or put between them " + proxy;
        }
        return made ? "its image is made to use the daemon; put between them " + proxy : "remove it, or use " + proxy;
    }
}

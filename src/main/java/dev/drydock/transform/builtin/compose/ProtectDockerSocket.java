package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.VolumeMount;
import dev.drydock.knowledge.HostPaths;
import dev.drydock.text.TextRange;
import java.util.Map;

/** Reports services that have the socket of the daemon. */
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
            boolean made = hardening
                            .containers()
                            .get(0)
                            .image()
                            .facts()
                            .map(facts -> paths.usesDaemonSocket(facts.name()))
                            .orElse(false)
                    || service.image()
                            .flatMap(setting -> setting.text())
                            .map(ProtectDockerSocket::repository)
                            .map(paths::usesDaemonSocket)
                            .orElse(false);
            subject.advise(place, message, advice(made));
        }
    }

    private static String repository(String image) {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash + 1);
        return colon < 0 ? image : image.substring(0, colon);
    }

    private static String advice(boolean made) {
        String proxy =
                "a socket proxy as a service of its own, on an internal network, that alone mounts the socket and lets"
                        + " only the needed requests through";
        return made ? "its image is made to use the daemon; put between them " + proxy : "remove it, or use " + proxy;
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Setting;
import dev.drydock.compose.VolumeMount;
import dev.drydock.edit.Safety;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.HostPaths;
import dev.drydock.knowledge.HostPaths.HostPath;
import dev.drydock.knowledge.HostPaths.Reading;
import dev.drydock.model.ContainerPath;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mounts sensitive folders of the host read-only where the service only reads them. */
public final class NarrowHostMounts extends HardeningTransform {

    public NarrowHostMounts() {
        super("narrow-host-mounts");
    }

    @Override
    void inspect(Subject subject, Hardening hardening) {
        HostPaths paths = subject.inspection().facts().knowledge().hostPaths();
        for (VolumeMount mount : hardening.service().volumes()) {
            String source = mount.source().map(NarrowHostMounts::evaluated).orElse("");
            if (mount.type() == VolumeMount.Type.BIND
                    && !paths.isDaemonSocket(source)
                    && hardening.service().mapping().isPresent()) {
                paths.find(source).ifPresent(path -> inspect(subject, hardening, mount, path));
            }
        }
    }

    private static void inspect(Subject subject, Hardening hardening, VolumeMount mount, HostPath path) {
        ComposeService service = hardening.service();
        boolean own = mount.provenance().isOwn();
        TextRange place = own ? mount.item().range() : place(service);
        String message = "the service " + service.name() + (mount.readOnly() ? " can read " : " has ")
                + mount.source().orElse("") + " of the host: " + path.allows();
        Reading reading = reading(subject, service, mount);
        if (mount.readOnly()) {
            // What an image is made to read, and a document mounts so, is the best that there is.
            if (!path.readOnlyHelps() && reading == Reading.UNKNOWN) {
                subject.advise(place, message, "even read access exposes the host: mount only the files it needs");
            }
            return;
        }
        String source = mount.source().map(NarrowHostMounts::evaluated).orElse("");
        if (reading == Reading.UNKNOWN && (!path.readOnlyNarrows() || !path.isMeant(source))) {
            subject.advise(
                    place,
                    message,
                    path.readOnlyHelps()
                            ? "mount it read-only if it only reads, or mount only the part it needs"
                            : "mount only the files it needs");
            return;
        }
        if (mount.unknown() || mount.options().contains("rw")) {
            subject.abstain(place, message, "the file asks for rw, or a variable decides");
            return;
        }
        if (!own || mount.provenance().isShared()) {
            SharedPlace shared =
                    new SharedPlace(subject.inspection(), subject.file(), mount.item(), mount.provenance());
            Optional<String> obstacle = shared.obstacle(each -> isReader(subject, each, mount));
            if (obstacle.isPresent()) {
                subject.abstain(place, message, obstacle.get());
                return;
            }
            if (!shared.isFirst(hardening)) {
                return;
            }
        }
        subject.repair(
                place,
                message,
                "mount it read-only",
                reading == Reading.DOCUMENTED || isKnownToRead(hardening, mount) ? Safety.REVIEW : Safety.SUGGEST,
                readOnly(subject.editor(), mount).finish(),
                List.of("The service " + service.name() + " only reads "
                        + mount.source().orElse("") + "."));
    }

    /** The sources of an image that the project builds say what it does with the mount. */
    private static boolean isKnownToRead(Hardening hardening, VolumeMount mount) {
        return mount.provenance().isOwn()
                && !mount.provenance().isShared()
                && hardening
                        .ask(needs -> needs.readsOnly(ContainerPath.normalise(mount.target())), Boolean::logicalAnd)
                        .isKnown();
    }

    private static boolean isReader(Subject subject, Hardening other, VolumeMount mount) {
        return reading(subject, other.service(), mount) == Reading.DOCUMENTED;
    }

    private static Reading reading(Subject subject, ComposeService service, VolumeMount mount) {
        HostPaths paths = subject.inspection().facts().knowledge().hostPaths();
        return service.image()
                .flatMap(Setting::text)
                .flatMap(text -> ImageReference.parse(evaluated(text)))
                .map(ImageReference::canonicalName)
                .map(name -> paths.reading(name, evaluated(mount.source().orElse(""))))
                .orElse(Reading.UNKNOWN);
    }

    private static String evaluated(String text) {
        return Interpolation.of(text).evaluate(Map.of()).orElse(text);
    }

    private static YamlEditor readOnly(YamlEditor editor, VolumeMount mount) {
        return mount.node() instanceof YamlScalar scalar
                ? editor.replaceScalar(scalar, mount.shortWithOption("ro"))
                : editor.insertLast((YamlMapping) mount.node(), "read_only", YamlValue.bool(true));
    }
}

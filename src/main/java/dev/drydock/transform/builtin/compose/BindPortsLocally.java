package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.PortMapping;
import dev.drydock.compose.PortRange;
import dev.drydock.compose.Setting;
import dev.drydock.container.Container;
import dev.drydock.container.PeerAddress;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.builtin.ComposeTransform;
import dev.drydock.transform.builtin.NetworkSharers;
import dev.drydock.transform.builtin.PortAudience;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.edit.CommentFate;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlEdits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Binds ports to the loopback interface instead of all: those of databases, caches and consoles, and, as a suggestion, those
 * that a proxy on the host may stand before.
 */
public final class BindPortsLocally extends ComposeTransform {
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yaml",
            "compose.override.yml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    public BindPortsLocally() {
        super("bind-ports-locally");
    }

    @Override
    protected void inspect(Subject subject) {
        if (subject.compose().form() != ComposeFile.Form.SERVICES) {
            return;
        }
        Set<YamlItem> seen = new HashSet<>();
        for (ComposeService service : subject.compose().services()) {
            for (PortMapping port : service.ports()) {
                // What a service takes from another file is judged there, and what several take only once.
                boolean here =
                        port.item().document() == subject.compose().document().orElseThrow();
                if (here && port.isOnAllInterfaces() && seen.add(port.item())) {
                    inspect(subject, service, port);
                }
            }
        }
    }

    private static void inspect(Subject subject, ComposeService service, PortMapping port) {
        Optional<PortAudience> audience = audience(subject, service, port);
        String name = "port " + port.target() + " of the service " + service.name();
        String message =
                name + audience.map(each -> ", " + each.purpose() + ",").orElse("")
                        + " is open to every machine that reaches the host";
        Optional<String> obstacle = audience.isEmpty()
                ? PublicPort.reason(image(subject, service), port).or(() -> obstacle(subject, service, port))
                : obstacle(subject, service, port);
        if (obstacle.isPresent()) {
            subject.abstain(port.item().range(), message, obstacle.get());
            return;
        }
        boolean unpublish = subject.inspection().options().flag("unpublish", false)
                && new ServiceGraph(subject.compose())
                        .clientsOf(service)
                        .findAny()
                        .isPresent();
        List<FileChange> changes = new ArrayList<>();
        Optional<String> refusal = change(subject, service, port, unpublish, changes);
        if (refusal.isPresent()) {
            subject.abstain(port.item().range(), message, refusal.get());
            return;
        }
        subject.repair(port.item().range(), message, rewrite(service, port, audience, unpublish, changes));
    }

    private static Optional<PortAudience> audience(Subject subject, ComposeService service, PortMapping port) {
        Knowledge knowledge = subject.inspection().facts().knowledge();
        return image(subject, service)
                .flatMap(image -> PortAudience.notForOthers(
                        image.facts(),
                        image.display(),
                        service.name(),
                        port.targetPorts().map(PortRange::first),
                        knowledge.ports()));
    }

    /** A service that completes one of another file runs the image that is named there. */
    private static Optional<RunImage> image(Subject subject, ComposeService service) {
        Knowledge knowledge = subject.inspection().facts().knowledge();
        Stream<ComposeService> candidates = Stream.of(service);
        if (service.image().isEmpty() && service.build().isEmpty()) {
            candidates = Stream.concat(
                    candidates,
                    Siblings.of(subject.inspection().project(), subject.file())
                            .named(service.name())
                            .filter(other -> other.image().isPresent()));
        }
        return candidates
                .map(each -> RunImage.of(each, knowledge.images()))
                .reduce((first, second) -> first.facts().isPresent() ? first : second);
    }

    private static Optional<String> obstacle(Subject subject, ComposeService service, PortMapping port) {
        if (service.networkMode().flatMap(Setting::text).filter("host"::equals).isPresent()) {
            return Optional.of("with the network of the host, nothing is published");
        }
        if (port.hostIp().isPresent()) {
            return Optional.of(
                    "the address " + port.hostIp().get()
                            + " is written out, which opens the port on purpose; write 127.0.0.1 there if nobody else connects");
        }
        if (port.addressOfDefault().isPresent()) {
            return Optional.of("the default of the variable has the address "
                    + port.addressOfDefault().get() + "; write 127.0.0.1 there");
        }
        Optional<String> store = AppStore.of(subject.inspection().project(), subject.file(), subject.compose());
        if (store.isPresent()) {
            return Optional.of(store.get() + " installs the file and decides who reaches its ports");
        }
        boolean own = port.targetPorts()
                .filter(range -> isOfImage(subject, service, range))
                .isPresent();
        Optional<String> sharer =
                own ? Optional.empty() : new NetworkSharers(subject.inspection().project(), subject.file()).of(service);
        if (sharer.isPresent()) {
            return sharer.map(other -> other + " runs in its network, and may listen on the port");
        }
        boolean wanted = port.provenance().reaches().stream()
                .filter(name -> !name.equals(service.name()))
                .flatMap(name -> subject.compose().service(name).stream())
                .allMatch(other -> audience(subject, other, port).isPresent()
                        || (audience(subject, service, port).isEmpty()
                                && PublicPort.reason(image(subject, other), port)
                                        .isEmpty()));
        if (!wanted) {
            return Optional.of("another service that shares these lines may need it open");
        }
        Optional<String> agents = PortAudience.agents(
                image(subject, service).flatMap(RunImage::facts),
                port.targetPorts().map(PortRange::first).orElse(0),
                service.ports().stream()
                        .flatMap(each -> each.targetPorts().stream())
                        .map(PortRange::first));
        if (agents.isPresent()) {
            return agents;
        }
        Optional<String> stack = new ContainerUses(subject.inspection().project(), subject.file()).stackDeploy();
        if (stack.isPresent()) {
            return stack.map(place -> place + ", which knows no address for a port");
        }
        if (usesHost(subject.inspection().project())) {
            return Optional.of("a service connects by the address of the host, which does not reach its loopback");
        }
        Project project = subject.inspection().project();
        Knowledge knowledge = subject.inspection().facts().knowledge();
        ServiceContainer containers = new ServiceContainer(project, knowledge);
        Container container = containers.of(service);
        for (ComposeService other :
                Siblings.of(project, subject.file()).named(service.name()).toList()) {
            container = containers.completed(container, other);
        }
        Optional<String> peer = PeerAddress.named(container, knowledge.ports(), OwnHosts.of(project));
        if (peer.isPresent()) {
            return peer;
        }
        return unseenOverride(subject, service, port);
    }

    private static boolean isOfImage(Subject subject, ComposeService service, PortRange range) {
        return image(subject, service).flatMap(RunImage::facts).stream()
                .flatMap(facts -> facts.ports().stream())
                .anyMatch(known -> known.number() == range.first());
    }

    private static boolean usesHost(Project project) {
        return project.files(FileKind.COMPOSE)
                .flatMap(file -> project.compose(file).services().stream())
                .anyMatch(service -> Stream.concat(
                                service.environment().stream()
                                        .map(KeyValue::value)
                                        .flatMap(Optional::stream),
                                Stream.of("command", "entrypoint", "extra_hosts")
                                        .flatMap(key -> service.strings(key).stream()))
                        .anyMatch(text -> text.contains("host.docker.internal")
                                || text.contains("host-gateway")
                                || text.contains("172.17.0.1")));
    }

    /** An override file that is not judged keeps its port; published twice, the second one fails to bind. */
    private static Optional<String> unseenOverride(Subject subject, ComposeService service, PortMapping port) {
        Project project = subject.inspection().project();
        for (String name : OVERRIDES) {
            Optional<ProjectPath> path = subject.file().path().parent().resolve(name);
            boolean clash = path.filter(each -> project.file(each).isEmpty())
                    .flatMap(project::composeAt)
                    .flatMap(compose -> compose.service(service.name()))
                    .filter(other -> other.ports().stream().anyMatch(each -> LocalBinding.isSame(port, each)))
                    .isPresent();
            if (clash) {
                return Optional.of(name + " publishes it, too, and must change together with this file");
            }
        }
        return Optional.empty();
    }

    /** Collects the change of this file and those of the files that publish the same port; returns what prevents one. */
    private static Optional<String> change(
            Subject subject, ComposeService service, PortMapping port, boolean unpublish, List<FileChange> changes) {
        Project project = subject.inspection().project();
        for (ProjectFile file : project.files(FileKind.COMPOSE).toList()) {
            boolean own = file.path().equals(subject.file().path());
            if (!own && !file.path().parent().equals(subject.file().path().parent())) {
                continue;
            }
            ComposeFile compose = project.compose(file);
            List<PortMapping> same = own
                    ? List.of(port)
                    : compose.service(service.name()).stream()
                            .flatMap(other -> other.ports().stream())
                            .filter(other -> LocalBinding.isSame(port, other))
                            .toList();
            if (same.isEmpty()) {
                continue;
            }
            if (compose.hasErrors() || compose.document().isEmpty()) {
                return Optional.of(file.path() + " publishes it, too, and cannot be changed");
            }
            YamlEditor editor = new YamlEditor(compose.document().get());
            for (PortMapping each : same) {
                if (each.hostIp().isPresent()) {
                    return Optional.of(file.path() + " publishes it at "
                            + each.hostIp().get() + ", too, which opens the port on purpose");
                }
                if (each.item().document() != compose.document().get()) {
                    return Optional.of(file.path() + " takes the port from another file");
                }
                if (unpublish) {
                    editor.deleteWithEmptyParents(each.item(), CommentFate.KEEP);
                } else {
                    LocalBinding.write(editor, each);
                }
            }
            YamlEdits edits = editor.finish();
            if (edits.refusal().isPresent()) {
                return edits.refusal().map(YamlEdits.Refused::reason);
            }
            changes.add(new FileChange.Edits(file.path(), edits.edits().orElseThrow()));
        }
        return Optional.empty();
    }

    private static Rewrite rewrite(
            ComposeService service,
            PortMapping port,
            Optional<PortAudience> audience,
            boolean unpublish,
            List<FileChange> changes) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add((unpublish
                        ? "No program on the host connects to port "
                        : (audience.isPresent()
                                ? "Only programs on the host connect to port "
                                : "Only programs on the host, such as a proxy, connect to port "))
                + port.published().orElse(port.target())
                + "; services of the file use the name " + service.name() + ".");
        Set<String> doubtful = LocalBinding.doubtful(port);
        doubtful.forEach(variable -> assumptions.add("The variable " + variable + " holds a port without an address."));
        boolean namedSo = doubtful.stream().allMatch(variable -> variable.contains("PORT"));
        return new Rewrite(
                unpublish ? "publish it no longer" : "bind it to 127.0.0.1",
                namedSo ? audience.map(PortAudience::certainty).orElse(Safety.SUGGEST) : Safety.SUGGEST,
                changes,
                assumptions,
                List.of());
    }
}

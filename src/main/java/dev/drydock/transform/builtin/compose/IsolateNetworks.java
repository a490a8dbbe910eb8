package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Setting;
import dev.drydock.container.Container;
import dev.drydock.container.WayOut;
import dev.drydock.edit.Safety;
import dev.drydock.project.Project;
import dev.drydock.transform.builtin.ComposeTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts databases, caches and queues that publish nothing on an internal network, where only their clients reach them. */
public final class IsolateNetworks extends ComposeTransform {
    /** A file in which more services than these have to name both networks is laid out anew, which is for its owner to decide. */
    private static final int MOST_CLIENTS = 12;

    public IsolateNetworks() {
        super("isolate-networks");
    }

    @Override
    protected void inspect(Subject subject) {
        if (subject.compose().form() != ComposeFile.Form.SERVICES
                || subject.compose().services().size() < 2) {
            return;
        }
        Siblings siblings = Siblings.of(subject.inspection().project(), subject.file());
        NetworkClients clients = new NetworkClients(
                subject.inspection().project(),
                subject.file(),
                subject.inspection().facts().knowledge());
        List<ComposeService> servers = new ArrayList<>();
        List<ComposeService> unused = new ArrayList<>();
        for (ComposeService service : subject.compose().services()) {
            if (!clients.isServer(service) || hasOwnNetwork(service)) {
                continue;
            }
            Optional<String> obstacle =
                    obstacle(service, siblings).or(() -> wayOut(subject, service, siblings, clients));
            if (obstacle.isPresent()) {
                subject.abstain(service.entry().key().range(), message(List.of(service)), obstacle.get());
            } else if (!clients.hasClients(service)) {
                unused.add(service);
            } else {
                servers.add(service);
            }
        }
        boolean guessed = servers.isEmpty() && !unused.isEmpty() && hasGuess(subject, unused, clients);
        if (!guessed) {
            unused.forEach(service -> subject.abstain(
                    service.entry().key().range(),
                    message(List.of(service)),
                    "no service of the file says that it uses it"));
        }
        if (!servers.isEmpty()) {
            isolate(subject, servers, siblings, clients, Safety.REVIEW);
        } else if (guessed) {
            isolate(subject, unused, siblings, clients, Safety.SUGGEST);
        }
    }

    /** Who names networks has thought about them. */
    private static boolean hasOwnNetwork(ComposeService service) {
        return service.setting("networks").isPresent() || service.networkMode().isPresent();
    }

    private static Optional<String> obstacle(ComposeService service, Siblings siblings) {
        if (!service.ports().isEmpty() || siblings.say(service.name(), "ports")) {
            return Optional.of("it publishes a port, and nothing is published from an internal network");
        }
        if (siblings.say(service.name(), "networks", "network_mode")) {
            return Optional.of("another compose file of the directory says which networks it is on");
        }
        if (service.mapping().isEmpty() || service.extended().isPresent()) {
            return Optional.of("what it says comes from another place");
        }
        return Optional.empty();
    }

    /** Returns what the server connects to outside of the file, by what it is told and given. */
    private static Optional<String> wayOut(
            Subject subject, ComposeService service, Siblings siblings, NetworkClients clients) {
        Project project = subject.inspection().project();
        Optional<String> listed = Stream.concat(Stream.of(service), siblings.named(service.name()))
                .flatMap(each -> Stream.of("extra_hosts", "external_links").filter(key -> namesOthers(each, key)))
                .findFirst()
                .map(key -> key + " names what is outside of the file");
        ServiceContainer containers =
                new ServiceContainer(project, subject.inspection().facts().knowledge()).withoutFiles();
        Container container = containers.of(service);
        for (ComposeService other : siblings.named(service.name()).toList()) {
            container = containers.completed(container, other);
        }
        Container whole = container.beside(new ProjectGuests(
                        project, subject.file(), subject.inspection().facts().knowledge())
                .of(service));
        return listed.or(() -> WayOut.of(
                        whole,
                        clients.givenAlone(service),
                        subject.inspection().facts().knowledge(),
                        OwnHosts.of(project)))
                .map(found -> found + ", and an internal network has no way out");
    }

    /** A name for the loopback names the container itself. */
    private static boolean namesOthers(ComposeService service, String key) {
        List<String> hosts = service.strings(key);
        return service.setting(key).isPresent()
                && (hosts.isEmpty()
                        || hosts.stream().anyMatch(host -> !host.endsWith("127.0.0.1") && !host.endsWith(":::1")));
    }

    /** Returns whether some service may use servers of which none says so, and another one does not. */
    private static boolean hasGuess(Subject subject, List<ComposeService> servers, NetworkClients clients) {
        Set<ComposeService> apart = Set.copyOf(servers);
        Set<ComposeService> saying = clients.saying(servers);
        List<ComposeService> others = subject.compose().services().stream()
                .filter(service -> !apart.contains(service))
                .toList();
        long using = others.stream()
                .filter(service -> clients.mayUse(service, saying))
                .count();
        return using > 0 && using < others.size();
    }

    private static String message(List<ComposeService> servers) {
        boolean one = servers.size() == 1;
        return (one ? "the service " : "the services ") + names(servers) + (one ? " shares" : " share")
                + " a network with everything else, and the way out to the internet";
    }

    private static String names(List<ComposeService> services) {
        return String.join(", ", services.stream().map(ComposeService::name).toList());
    }

    private static void isolate(
            Subject subject, List<ComposeService> servers, Siblings siblings, NetworkClients clients, Safety safety) {
        String message = message(servers);
        Set<ComposeService> apart = Set.copyOf(servers);
        Set<ComposeService> saying = clients.saying(servers);
        NetworkPlan plan = new NetworkPlan(
                subject.compose(),
                servers,
                subject.compose().services().stream()
                        .filter(service -> !apart.contains(service))
                        .filter(service -> clients.mayUse(service, saying))
                        .toList());
        Optional<String> obstacle = fileObstacle(subject, servers, siblings, plan)
                .or(() -> nothingApart(subject, apart, plan, saying))
                .or(plan::obstacle)
                .or(() -> clients.foundFromOutside(servers, plan.clients())
                        .map(service -> "a proxy that is not in the file finds " + service.name()
                                + " by its labels; name their networks by hand"))
                .or(() -> outsider(new ContainerUses(subject.inspection().project(), subject.file())));
        if (obstacle.isPresent()) {
            subject.abstain(servers.get(0).entry().key().range(), message, obstacle.get());
            return;
        }
        subject.repair(
                servers.get(0).entry().key().range(),
                message,
                "put " + names(servers) + " on the internal network " + plan.name(),
                plan.clients().size() > MOST_CLIENTS ? Safety.SUGGEST : safety,
                plan.write(subject.editor()).finish(),
                assumptions(servers));
    }

    /** Returns what outside of the file may use its servers over the default network. */
    private static Optional<String> outsider(ContainerUses uses) {
        return uses.joinsDefault()
                .map(place -> place + " joins the default network from outside, and may use them")
                .or(() -> uses.combined()
                        .map(place -> place
                                + " gives the file to compose together with others, whose services may use them"));
    }

    /** A file that says only a part of a service is put on top of another one, with services that nobody sees here. */
    private static Optional<ComposeService> completedElsewhere(Subject subject, Siblings siblings) {
        return subject.compose().services().stream()
                .filter(service -> service.mapping().isPresent())
                .filter(service -> service.image().isEmpty()
                        && service.build().isEmpty()
                        && service.extended().isEmpty())
                .filter(service -> siblings.named(service.name())
                        .noneMatch(other ->
                                other.image().isPresent() || other.build().isPresent()))
                .findFirst();
    }

    /** With everything on the internal network, for a service of which nobody knows whether it uses them, nothing is won. */
    private static Optional<String> nothingApart(
            Subject subject, Set<ComposeService> servers, NetworkPlan plan, Set<ComposeService> saying) {
        Set<ComposeService> clients = Set.copyOf(plan.clients());
        boolean apart = subject.compose().services().stream()
                .anyMatch(service -> !servers.contains(service) && !clients.contains(service));
        return plan.clients().stream()
                .filter(client -> !apart && !saying.contains(client))
                .findFirst()
                .map(client ->
                        "whether " + client.name() + " uses them is unknown, and with it nothing would be apart");
    }

    private static Optional<String> fileObstacle(
            Subject subject, List<ComposeService> servers, Siblings siblings, NetworkPlan plan) {
        if (!subject.compose().includes().isEmpty()) {
            return Optional.of("the file includes others, whose services may use them");
        }
        Optional<ComposeService> partial = completedElsewhere(subject, siblings);
        if (partial.isPresent()) {
            return Optional.of(
                    "the service " + partial.get().name()
                            + " has neither image nor build, so that the file is put on top of another one, whose services may use them");
        }
        boolean shared = subject.compose().networks().stream()
                .filter(network -> network.name().equals("default"))
                .anyMatch(network ->
                        network.isExternal() || network.text("name").isPresent() || network.isOn("internal"));
        if (shared) {
            return Optional.of("the default network is one that the file chose for itself");
        }
        boolean joined = subject.compose().services().stream()
                .flatMap(service -> service.networkMode().flatMap(Setting::text).stream())
                .anyMatch(mode -> mode.startsWith("service:") || mode.startsWith("container:"));
        if (joined) {
            return Optional.of("a service uses the network of another one");
        }
        boolean apart = plan.clients().stream()
                .filter(client -> client.setting("networks").isPresent())
                .anyMatch(client ->
                        client.networks().stream().noneMatch(link -> link.name().equals("default")));
        if (apart) {
            return Optional.of("a service that may use them is on networks of its own");
        }
        // A file that adds services to this one, without the servers, leaves them without a way to them.
        Stream<ComposeFile> additions = siblings.files().stream()
                .filter(file -> servers.stream()
                        .anyMatch(server -> file.service(server.name())
                                .filter(other -> other.image().isPresent())
                                .isEmpty()));
        boolean added = additions
                .flatMap(file -> file.services().stream())
                .anyMatch(service -> subject.compose().service(service.name()).isEmpty());
        return added
                ? Optional.of("another compose file of the directory has services that may use them")
                : Optional.empty();
    }

    private static List<String> assumptions(List<ComposeService> servers) {
        return servers.stream()
                .map(server -> "The service " + server.name()
                        + " needs no connection to the internet, and nothing outside of the file connects to it.")
                .toList();
    }
}

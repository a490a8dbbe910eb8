package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.container.SettingsFile;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which services of a file are servers for others, and which use them, or may. What nobody knows may use any service. A web server or
 * another database does so if it says so, or what it is given, or if that is not there to read.
 */
final class NetworkClients {
    private final Project project;
    private final ProjectFile file;
    private final Knowledge knowledge;
    private final List<ComposeService> services;
    private final ServiceGraph graph;
    private final Map<ComposeService, GivenTexts> given = new HashMap<>();
    private boolean read;

    NetworkClients(Project project, ProjectFile file, Knowledge knowledge) {
        this.project = project;
        this.file = file;
        this.knowledge = knowledge;
        this.services = project.compose(file).services();
        this.graph = new ServiceGraph(project.compose(file));
    }

    /** Returns the services that say that they use a server, or whose texts do. */
    boolean hasClients(ComposeService server) {
        readAll();
        return graph.clientsOf(server).findAny().isPresent();
    }

    /** Returns the services that say that they use one of the servers, or that one of these uses. */
    Set<ComposeService> saying(List<ComposeService> servers) {
        readAll();
        Set<ComposeService> saying = new LinkedHashSet<>(graph.clientsOf(servers));
        services.stream()
                .filter(used -> servers.stream().anyMatch(user -> graph.isClient(user, used)))
                .forEach(saying::add);
        Set<ComposeService> labelled = new LinkedHashSet<>(servers);
        Set<ComposeService> apart = Set.copyOf(servers);
        services.stream()
                .filter(service -> !apart.contains(service) && mayUse(service, saying))
                .forEach(labelled::add);
        services.stream()
                .filter(service -> name(service)
                        .filter(knowledge.networks()::findsByLabels)
                        .filter(proxy -> labelled.stream().anyMatch(each -> isFoundBy(each, proxy)))
                        .isPresent())
                .forEach(saying::add);
        return saying;
    }

    /**
     * Returns the service that a proxy finds by its labels which runs elsewhere: a server is out of its reach on an internal network, and
     * a client with a second network is looked for on either, unless a label says on which.
     */
    Optional<ComposeService> foundFromOutside(List<ComposeService> servers, List<ComposeService> clients) {
        List<String> outside = knowledge.networks().proxies().stream()
                .filter(proxy -> services.stream()
                        .noneMatch(service -> name(service)
                                .filter(name -> name.contains(proxy))
                                .isPresent()))
                .toList();
        Set<ComposeService> moved = Set.copyOf(servers);
        return Stream.concat(
                        servers.stream(),
                        clients.stream()
                                .filter(client -> client.setting("networks").isEmpty()))
                .filter(service -> outside.stream().anyMatch(proxy -> isFoundBy(service, proxy)))
                .filter(service -> moved.contains(service)
                        || service.labels().stream()
                                .noneMatch(label -> label.key().endsWith(".docker.network")))
                .findFirst();
    }

    /** A proxy goes to any of the networks of what it finds. */
    private static boolean isFoundBy(ComposeService service, String proxy) {
        return service.labels().stream()
                .filter(label -> label.key().startsWith(proxy + "."))
                .anyMatch(label -> !label.key().equals(proxy + ".enable")
                        || label.value().filter("false"::equals).isEmpty());
    }

    boolean isServer(ComposeService service) {
        return imageClass(service).filter(ImageClass::servesOthers).isPresent();
    }

    boolean mayUse(ComposeService service, Set<ComposeService> saying) {
        if (service.networkMode().isPresent()) {
            return false;
        }
        return saying.contains(service)
                || !isKnownToServe(service)
                || given(service).unread().isPresent()
                || (given(service).unreadVariables().isPresent() && takesHostsByVariable(service));
    }

    /** The variables of databases and search engines make accounts and sizes; those of proxies and brokers name others. */
    private boolean takesHostsByVariable(ComposeService service) {
        return imageClass(service)
                .filter(each -> each == ImageClass.WEB || each == ImageClass.QUEUE)
                .isPresent();
    }

    private boolean isKnownToServe(ComposeService service) {
        return imageClass(service)
                .filter(each -> switch (each) {
                    case WEB, DATABASE, CACHE, QUEUE, SEARCH -> true;
                    case BASE, LANGUAGE, MONITORING, APPLICATION, ADMIN, TOOL, ML -> false;
                })
                .isPresent();
    }

    /** Returns what an image is for, unless it connects to others whatever it is for. */
    private Optional<ImageClass> imageClass(ComposeService service) {
        Predicate<String> connects = knowledge.networks()::connects;
        return name(service).filter(connects).isPresent()
                ? Optional.empty()
                : facts(service)
                        .filter(known -> !knowledge.networks().runsPrograms(known.name()))
                        .map(ImageFacts::imageClass);
    }

    private Optional<ImageFacts> facts(ComposeService service) {
        return RunImage.of(service, knowledge.images()).facts();
    }

    private Optional<String> name(ComposeService service) {
        return RunImage.of(service, knowledge.images()).reference().map(ImageReference::familiarName);
    }

    /** Returns the texts that a service is given, with the variables of its files. */
    GivenTexts given(ComposeService service) {
        return given.computeIfAbsent(
                service, each -> GivenTexts.of(project, file, each, facts(each), knowledge.writers()));
    }

    /** Returns the texts that are for this service alone; a file of variables of several is about any of them. */
    List<SettingsFile> givenAlone(ComposeService service) {
        Set<String> shared = services.stream()
                .filter(other -> other != service)
                .flatMap(other -> other.envFiles().stream())
                .flatMap(path -> file.path().parent().resolve(path).stream())
                .map(ProjectPath::value)
                .collect(Collectors.toSet());
        return given(service).files().stream()
                .filter(each -> !shared.contains(each.path()))
                .toList();
    }

    /** Those that are connected anyway need not be read. */
    private void readAll() {
        if (!read) {
            read = true;
            services.stream()
                    .filter(this::isKnownToServe)
                    .forEach(service -> given(service)
                            .settings()
                            .map(SettingsFile::text)
                            .forEach(text -> graph.add(service, text)));
        }
    }
}

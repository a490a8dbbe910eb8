package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.container.Answer;
import dev.drydock.container.Container;
import dev.drydock.container.ContainerNeeds;
import dev.drydock.knowledge.Images;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Inspection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A service that may get a new key, and every container that the key would concern: that of the service, with and without
 * what other compose files of the folder say of it, and those of the services that merge or extend it.
 */
final class Hardening {
    private final Project project;
    private final ProjectFile file;
    private final ComposeService service;
    private final Siblings siblings;
    private final Heirs heirs;
    private final Images images;
    private final List<ComposeService> concerned;
    private final List<Container> containers;
    private final ProjectGuests others;

    private Hardening(
            Inspection inspection,
            ProjectFile file,
            ComposeService service,
            Siblings siblings,
            Heirs heirs,
            Map<ComposeService, List<Container>> known) {
        this.project = inspection.project();
        this.file = file;
        this.service = service;
        this.siblings = siblings;
        this.heirs = heirs;
        this.images = inspection.facts().knowledge().images();
        this.others = new ProjectGuests(project, file, inspection.facts().knowledge());
        this.concerned = concerned();
        ServiceContainer builder =
                new ServiceContainer(project, inspection.facts().knowledge());
        this.containers = concerned.stream()
                .flatMap(each -> containers(inspection, builder, each, known).stream())
                .toList();
    }

    /** Returns the services of a file that can start by themselves. */
    static List<Hardening> of(Inspection inspection, ProjectFile file) {
        Siblings siblings = Siblings.of(inspection.project(), file);
        Heirs heirs = Heirs.of(inspection.project(), file);
        Map<ComposeService, List<Container>> known = new HashMap<>();
        return inspection.project().compose(file).services().stream()
                .filter(ComposeService::isComplete)
                .map(service -> new Hardening(inspection, file, service, siblings, heirs, known))
                .toList();
    }

    /** Returns the containers of a service. In a chain of {@code extends} each service asks for those of all that follow. */
    private List<Container> containers(
            Inspection inspection,
            ServiceContainer builder,
            ComposeService each,
            Map<ComposeService, List<Container>> known) {
        List<Container> made = known.get(each);
        if (made == null) {
            made = variants(builder, each)
                    .map(container -> container.seen(inspection.facts().observed(file.path() + "#" + each.name())))
                    .toList();
            known.put(each, made);
        }
        return made;
    }

    ComposeService service() {
        return service;
    }

    /** Returns the services of all files that are given to compose together with this one, or extend this service. */
    List<ComposeService> concernedServices() {
        return concerned;
    }

    private List<ComposeService> concerned() {
        Set<ComposeService> all = new LinkedHashSet<>();
        service.reaches().forEach(name -> service.file().service(name).ifPresent(all::add));
        all.addAll(heirs.extending(service));
        return List.copyOf(all);
    }

    private Stream<Container> variants(ServiceContainer builder, ComposeService each) {
        Container own = builder.of(each).beside(others.of(each));
        return Stream.concat(
                Stream.of(own),
                siblings.named(each.name())
                        .filter(other -> other != each && !Siblings.isAlternative(each, other, images))
                        .map(other -> builder.completed(own, other)));
    }

    /** Returns the containers, that of the service itself first. */
    List<Container> containers() {
        return containers;
    }

    /** Returns why {@code keys} cannot be put into the service, or why they belong to another place. */
    Optional<String> misplaced(String... keys) {
        if (service.mapping().isEmpty()) {
            return Optional.of("the service is an alias, so what its anchor says holds for it");
        }
        Optional<ComposeService> merged = heirs.reaching(service.name()).stream()
                .filter(other -> other != service && !service.bases().contains(other))
                .findFirst();
        boolean own = Stream.of(keys).anyMatch(key -> service.ownEntry(key).isPresent());
        if (merged.isPresent() && !own) {
            return Optional.of("it merges " + merged.get().name() + ", which is where this belongs");
        }
        return service.bases().stream()
                .filter(ComposeService::isComplete)
                .filter(base -> isOfProject(base) && base.mapping().isPresent())
                .findFirst()
                .map(base -> "it extends " + base.name() + ", which is where this belongs");
    }

    private boolean isOfProject(ComposeService base) {
        return project.files(FileKind.COMPOSE).anyMatch(other -> project.compose(other) == base.file());
    }

    /** Returns why the service cannot be judged. */
    Optional<String> obstacle() {
        return service.hasUnknownBase()
                ? Optional.of("it extends a service that is not there to read")
                : Optional.empty();
    }

    /**
     * Returns the name of another file of the folder that says the same service, where one of both is enough because
     * compose may be given both.
     */
    Optional<String> leaderElsewhere() {
        List<ProjectFile> others = project.files(FileKind.COMPOSE)
                .filter(other -> other.path().parent().equals(file.path().parent()))
                .filter(other -> project.compose(other)
                        .service(service.name())
                        .filter(ComposeService::isComplete)
                        .filter(same -> same == service || !Siblings.isAlternative(service, same, images))
                        .isPresent())
                .toList();
        return others.stream()
                .min(Comparator.<ProjectFile>comparingInt(other -> isDefault(other) ? 0 : 1)
                        .thenComparing(ProjectFile::path))
                .filter(leader -> !leader.path().equals(file.path()))
                .map(leader -> leader.path().fileName());
    }

    /** The names that compose looks for by itself. */
    private static boolean isDefault(ProjectFile other) {
        return List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
                .contains(other.path().fileName());
    }

    Siblings siblings() {
        return siblings;
    }

    /** Returns what other files of the folder say of the service, and is merged with it. */
    Stream<ComposeService> merged() {
        return siblings.named(service.name()).filter(other -> !Siblings.isAlternative(service, other, images));
    }

    /** Returns one answer for all containers: the weakest, with values joined and each assumption once. */
    <T> Answer<T> ask(Function<ContainerNeeds, Answer<T>> question, BinaryOperator<T> join) {
        Answer<T> all = question.apply(ContainerNeeds.of(containers.get(0)));
        for (Container container : containers.subList(1, containers.size())) {
            all = all.joined(question.apply(ContainerNeeds.of(container)), join);
        }
        return all;
    }
}

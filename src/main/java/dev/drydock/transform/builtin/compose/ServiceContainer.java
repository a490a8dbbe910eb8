package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.CommandValue;
import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Grant;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.KeyValue;
import dev.drydock.compose.Link;
import dev.drydock.compose.PortRange;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.compose.Setting;
import dev.drydock.compose.VolumeMount;
import dev.drydock.container.Container;
import dev.drydock.container.ContainerImage;
import dev.drydock.container.Mount;
import dev.drydock.container.MountedFiles;
import dev.drydock.container.NetworkUse;
import dev.drydock.container.Start;
import dev.drydock.knowledge.Images;
import dev.drydock.knowledge.Knowledge;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Turns a service of a compose file into the container that it asks for. */
final class ServiceContainer {
    private final Project project;
    private final Knowledge knowledge;
    private final Images images;
    private final boolean readsFiles;
    private final Map<ProjectPath, Map<String, String>> ofFiles = new HashMap<>();

    ServiceContainer(Project project, Knowledge knowledge) {
        this(project, knowledge, true);
    }

    private ServiceContainer(Project project, Knowledge knowledge, boolean readsFiles) {
        this.readsFiles = readsFiles;
        this.project = project;
        this.knowledge = knowledge;
        this.images = knowledge.images();
    }

    /** Returns the same without the files of variables, which may be about several services. */
    ServiceContainer withoutFiles() {
        return new ServiceContainer(project, knowledge, false);
    }

    Container of(ComposeService service) {
        Map<String, ProjectPath> places = places(service);
        Map<String, String> variables = variables(service);
        return new Container(
                        image(service),
                        service.entrypoint().map(ServiceContainer::words),
                        service.command().map(ServiceContainer::words),
                        service.user().flatMap(Setting::text).map(ServiceContainer::evaluated),
                        mounts(service).stream()
                                .map(mount -> MountedFiles.judged(
                                        mount,
                                        Optional.ofNullable(places.get(mount.target())),
                                        project,
                                        knowledge.writers()))
                                .toList(),
                        network(service),
                        service.ports().stream()
                                .flatMap(port -> port.targetPorts().stream())
                                .map(PortRange::first)
                                .toList(),
                        variables,
                        MountedFiles.of(
                                project,
                                knowledge.writers(),
                                places,
                                name -> Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty())))
                .beside(ServiceGuests.of(service, knowledge.containerJobs()));
    }

    /** A file of variables counts as far as it is there; what the service says itself goes before. */
    private Map<String, String> variables(ComposeService service) {
        Map<String, String> variables = new HashMap<>();
        ProjectPath folder = fileOf(service).map(file -> file.path().parent()).orElse(ProjectPath.ROOT);
        for (String path : readsFiles ? service.envFiles() : List.<String>of()) {
            folder.resolve(path)
                    .ifPresent(place -> variables.putAll(
                            ofFiles.computeIfAbsent(place, each -> VariablesFile.read(project.workspace(), each))));
        }
        for (KeyValue pair : service.environment()) {
            variables.put(
                    pair.key(),
                    pair.interpolation()
                            .flatMap(text -> text.evaluate(Map.of()))
                            .orElse(""));
        }
        return variables;
    }

    /** Where the project has what is mounted, by the path in the container. */
    private Map<String, ProjectPath> places(ComposeService service) {
        ProjectPath folder = fileOf(service).map(file -> file.path().parent()).orElse(ProjectPath.ROOT);
        Map<String, ProjectPath> places = new LinkedHashMap<>();
        for (VolumeMount mount : service.volumes()) {
            if (mount.type() == VolumeMount.Type.BIND && mount.target().startsWith("/")) {
                mount.source().flatMap(folder::resolve).ifPresent(path -> places.put(normal(mount.target()), path));
            }
        }
        List<Definition> definitions = service.file().configs();
        for (Grant grant : service.configs()) {
            definitions.stream()
                    .filter(definition -> definition.name().equals(grant.source()))
                    .flatMap(definition -> definition.text("file").stream())
                    .flatMap(path -> folder.resolve(path).stream())
                    .forEach(path ->
                            places.put(file("/", grant.source(), grant.target()).target(), path));
        }
        return places;
    }

    private static String normal(String target) {
        return ContainerPath.normalise(target);
    }

    private Optional<ProjectFile> fileOf(ComposeService service) {
        return project.files(FileKind.COMPOSE)
                .filter(file -> project.compose(file) == service.file())
                .findFirst();
    }

    /** Returns one container with what a completing service of another file says of it. */
    Container completed(Container container, ComposeService more) {
        Container other = of(more);
        List<Mount> mounts = new ArrayList<>(container.mounts());
        mounts.addAll(other.mounts());
        List<Integer> ports = new ArrayList<>(container.ports());
        ports.addAll(other.ports());
        Map<String, String> variables = new HashMap<>(container.variables());
        variables.putAll(other.variables());
        return new Container(
                more.isComplete() ? other.image() : container.image(),
                other.entrypoint().or(container::entrypoint),
                other.command().or(container::command),
                other.user().or(container::user),
                mounts,
                other.network() == NetworkUse.OWN ? container.network() : other.network(),
                ports,
                variables,
                container.mounted().and(other.mounted()),
                container.observed(),
                container.beside(other.guests()).guests());
    }

    private static String evaluated(String text) {
        return Interpolation.of(text).evaluate(Map.of()).orElse(text);
    }

    /** A text that cannot be split is one word, which no knowledge speaks of. */
    static List<String> words(CommandValue command) {
        return command.isList()
                ? command.words().stream().map(ServiceContainer::evaluated).toList()
                : command.words().stream()
                        .findFirst()
                        .map(ServiceContainer::evaluated)
                        .map(text -> Start.split(text).orElseGet(() -> openWords(text)))
                        .orElse(List.of());
    }

    /** The words are known even where variables are among them, unless quotes are: {@code postgres -c max_connections=$MAX}. */
    private static List<String> openWords(String text) {
        if (!text.isBlank() && text.chars().noneMatch(c -> "'\"`\\;|&<>(".indexOf(c) >= 0)) {
            return Collections.list(new StringTokenizer(text)).stream()
                    .map(String.class::cast)
                    .toList();
        }
        int blank = text.strip().indexOf(' ');
        return text.isBlank()
                ? List.of()
                : blank < 0 ? List.of(text.strip()) : List.of(text.strip().substring(0, blank), "…");
    }

    private ContainerImage image(ComposeService service) {
        Optional<ServiceBuild> build = service.build();
        if (build.isPresent()) {
            return built(service, build.get());
        }
        Optional<String> text = service.image().flatMap(Setting::text).map(ServiceContainer::evaluated);
        return text.map(name -> ContainerImage.pulled(name, images))
                .orElseGet(() -> new ContainerImage.Unclear("the service has neither image nor build"));
    }

    private ContainerImage built(ComposeService service, ServiceBuild build) {
        Optional<ProjectFile> dockerfile = build.dockerfilePath()
                .flatMap(path -> folder(build.setting(), service).resolve(path))
                .flatMap(project::file)
                .filter(file -> file.kind() == FileKind.DOCKERFILE)
                .filter(file -> file.dockerfile().isSound());
        if (dockerfile.isEmpty()) {
            return new ContainerImage.Unclear("its Dockerfile is not there to read");
        }
        Build read = project.build(dockerfile.get(), images);
        Optional<String> target = build.target().flatMap(Setting::text);
        Optional<BuildStage> stage =
                target.isPresent() ? read.stageNamed(target.get(), read.stages().size()) : read.finalStage();
        return stage.<ContainerImage>map(found -> new ContainerImage.Built(project, dockerfile.get(), found, knowledge))
                .orElseGet(() -> new ContainerImage.Unclear("the stage that it builds is not there"));
    }

    /** A path is relative to the file that says it, which may be that of a base. */
    private ProjectPath folder(Setting setting, ComposeService service) {
        return project.files(FileKind.COMPOSE)
                .filter(file -> file.source() == setting.entry().source())
                .findFirst()
                .or(() -> project.files(FileKind.COMPOSE)
                        .filter(file -> project.compose(file) == service.file())
                        .findFirst())
                .map(file -> file.path().parent())
                .orElse(ProjectPath.ROOT);
    }

    private static NetworkUse network(ComposeService service) {
        String mode = service.networkMode().flatMap(Setting::text).orElse("bridge");
        return switch (mode) {
            case "bridge", "default" -> ownNetwork(service);
            case "host" -> NetworkUse.HOST;
            default -> NetworkUse.OTHER;
        };
    }

    private static NetworkUse ownNetwork(ComposeService service) {
        boolean closed = service.strings("sysctls").stream().anyMatch(NetworkUse::keepsLowPorts)
                || service.setting("sysctls")
                        .map(Setting::value)
                        .filter(YamlMapping.class::isInstance)
                        .map(YamlMapping.class::cast)
                        .filter(mapping -> mapping.entries().stream()
                                .anyMatch(entry ->
                                        NetworkUse.keepsLowPorts(entry.keyText().orElse("") + "="
                                                + (entry.value() instanceof YamlScalar scalar ? scalar.value() : ""))))
                        .isPresent();
        Set<String> names = service.networks().stream().map(Link::name).collect(Collectors.toSet());
        boolean ipv6 = service.file().networks().stream()
                .filter(network -> names.isEmpty() ? network.name().equals("default") : names.contains(network.name()))
                .anyMatch(network -> network.isOn("enable_ipv6"));
        return closed ? NetworkUse.OTHER : ipv6 ? NetworkUse.OWN_WITH_IPV6 : NetworkUse.OWN;
    }

    private static List<Mount> mounts(ComposeService service) {
        List<Mount> mounts = new ArrayList<>();
        for (VolumeMount volume : service.volumes()) {
            if (volume.target().startsWith("/")) {
                mounts.add(new Mount(kind(volume), volume.target(), volume.source(), volume.readOnly()));
            }
        }
        for (String tmpfs : service.strings("tmpfs")) {
            int colon = tmpfs.indexOf(':');
            mounts.add(new Mount(
                    Mount.Kind.TMPFS, colon < 0 ? tmpfs : tmpfs.substring(0, colon), Optional.empty(), false));
        }
        service.secrets().forEach(grant -> mounts.add(file("/run/secrets/", grant.source(), grant.target())));
        service.configs().forEach(grant -> mounts.add(file("/", grant.source(), grant.target())));
        return mounts;
    }

    private static Mount file(String folder, String source, Optional<String> target) {
        String name = target.orElse(source);
        return new Mount(Mount.Kind.FILE, name.startsWith("/") ? name : folder + name, Optional.of(source), true);
    }

    private static Mount.Kind kind(VolumeMount volume) {
        return switch (volume.type()) {
            case BIND, OTHER -> Mount.Kind.BIND;
            case VOLUME -> Mount.Kind.VOLUME;
            case TMPFS -> Mount.Kind.TMPFS;
        };
    }

    /** Returns whether a secret or config of the service is made from a variable or a text rather than a file. */
    static boolean hasGrantWithoutFile(ComposeService service) {
        ComposeFile file = service.file();
        List<Definition> definitions = new ArrayList<>(file.secrets());
        definitions.addAll(file.configs());
        Set<String> granted =
                service.secrets().stream().map(grant -> grant.source()).collect(Collectors.toSet());
        service.configs().forEach(grant -> granted.add(grant.source()));
        return definitions.stream()
                .filter(definition -> granted.contains(definition.name()))
                .anyMatch(definition -> definition.node("environment").isPresent()
                        || definition.node("content").isPresent());
    }
}

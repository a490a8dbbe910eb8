package dev.drydock.project;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.DotEnv;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.compose.Setting;
import dev.drydock.model.InlineDockerfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The services of a project that run what a Dockerfile builds. What they say of user, ports, volumes and command holds for the
 * image as much as what the Dockerfile says.
 *
 * @param services in the order of the files and their texts; those of files with errors are left out
 */
public record BuildingServices(List<ComposeService> services) {

    private static final int LARGEST_ENVIRONMENT = 1 << 16;

    public BuildingServices {
        services = List.copyOf(services);
    }

    /**
     * Returns the services that build the Dockerfile.
     *
     * @param finalStage the name of the last stage, if it has one: a service that builds another stage runs another image
     */
    public static BuildingServices of(Project project, ProjectFile dockerfile, Optional<String> finalStage) {
        List<ComposeService> building = project.files(FileKind.COMPOSE)
                .filter(file -> !project.compose(file).hasErrors())
                .flatMap(file -> project.compose(file).services().stream()
                        .filter(service -> service.build()
                                .filter(build -> builds(file, build, dockerfile) && runs(build, finalStage))
                                .isPresent()))
                .toList();
        building = Stream.concat(building.stream(), byVariables(project, dockerfile, finalStage))
                .distinct()
                .toList();
        Set<String> names = building.stream()
                .flatMap(service -> service.image().flatMap(Setting::text).stream())
                .collect(Collectors.toSet());
        // A service that only names the image which another one builds runs it as well.
        Stream<ComposeService> naming = project.files(FileKind.COMPOSE)
                .filter(file -> !names.isEmpty() && !project.compose(file).hasErrors())
                .flatMap(file -> project.compose(file).services().stream())
                .filter(service -> service.build().isEmpty()
                        && service.image()
                                .flatMap(Setting::text)
                                .filter(names::contains)
                                .isPresent());
        return new BuildingServices(Stream.concat(building.stream(), naming).toList());
    }

    /** Files above that name the Dockerfile by variables of their {@code .env} are not grouped with it. */
    private static Stream<ComposeService> byVariables(
            Project project, ProjectFile dockerfile, Optional<String> finalStage) {
        return project.commandsAround(dockerfile).composeFiles().stream()
                .sorted()
                .filter(path -> dockerfile.path().isWithin(path.parent()))
                .flatMap(path -> {
                    Map<String, String> variables = environment(project, path.parent());
                    return project.composeAt(path).filter(file -> !file.hasErrors()).stream()
                            .flatMap(file -> file.services().stream())
                            .filter(service -> service.build()
                                    .filter(build -> build.dockerfilePath().isEmpty() && runs(build, finalStage))
                                    .flatMap(build -> build.dockerfilePath(variables))
                                    .flatMap(path.parent()::resolve)
                                    .filter(dockerfile.path()::equals)
                                    .isPresent());
                });
    }

    private static Map<String, String> environment(Project project, ProjectPath folder) {
        return folder.resolve(".env")
                .flatMap(path -> project.workspace().read(path, LARGEST_ENVIRONMENT))
                .map(bytes -> DotEnv.parse(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(Map.of());
    }

    /** Returns the stages that services of the project build from the Dockerfile by name; an empty name means the last one. */
    public static Set<String> targets(Project project, ProjectFile dockerfile) {
        return builds(project, dockerfile)
                .map(each -> each.build().target().flatMap(Setting::text).orElse(""))
                .collect(Collectors.toSet());
    }

    /** Returns the contexts from which services of the project build the Dockerfile. */
    static Set<ProjectPath> contexts(Project project, ProjectFile dockerfile) {
        return builds(project, dockerfile)
                .flatMap(
                        each -> each.file().path().parent().resolve(each.build().context()).stream())
                .collect(Collectors.toSet());
    }

    /** How a service builds something, and the file that says so. */
    private record Placed(ProjectFile file, ServiceBuild build) {}

    private static Stream<Placed> builds(Project project, ProjectFile dockerfile) {
        return project.files(FileKind.COMPOSE)
                .filter(file -> !project.compose(file).hasErrors())
                .flatMap(file -> project.compose(file).services().stream()
                        .flatMap(service -> service.build().stream())
                        .filter(build -> builds(file, build, dockerfile))
                        .map(build -> new Placed(file, build)));
    }

    /** Returns those of the services that name the stage which they build. */
    public BuildingServices withTarget() {
        return new BuildingServices(services.stream()
                .filter(service -> service.build()
                        .flatMap(build -> build.target())
                        .flatMap(Setting::text)
                        .isPresent())
                .toList());
    }

    private static boolean builds(ProjectFile file, ServiceBuild build, ProjectFile dockerfile) {
        if (build.dockerfileInline().isPresent()) {
            return build.dockerfileInline()
                    .flatMap(InlineDockerfile::of)
                    .filter(inline -> inline.text().equals(dockerfile.source().text()))
                    .isPresent();
        }
        return build.dockerfilePath()
                .flatMap(path -> file.path().parent().resolve(path))
                .filter(dockerfile.path()::equals)
                .isPresent();
    }

    private static boolean runs(ServiceBuild build, Optional<String> finalStage) {
        Optional<String> target = build.target().flatMap(Setting::text);
        return target.isEmpty() || target.equals(finalStage);
    }
}

package dev.drydock.project;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.DotEnv;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.compose.Setting;
import dev.drydock.model.InlineDockerfile;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The names that the image of a Dockerfile has: those that services, commands, workflows and bake files give it, and those under which
 * other builds are told to find it.
 */
final class ImageNames {
    private static final int LARGEST = 1 << 17;
    private static final String TARGET = "target:";
    private static final String SERVICE = "service:";
    private static final String IMAGE = "docker-image://";

    private final Project project;
    private final ProjectFile dockerfile;
    private final List<ImageName> names = new ArrayList<>();
    private final Map<ProjectPath, String> texts = new HashMap<>();
    /** The names of targets of bake files, and of services, that build it. */
    private final Set<String> builders = new TreeSet<>();

    private ImageNames(Project project, ProjectFile dockerfile) {
        this.project = project;
        this.dockerfile = dockerfile;
    }

    /** Returns the names; none where nothing builds the Dockerfile under a name. */
    static List<ImageName> of(Project project, ProjectFile dockerfile) {
        ImageNames found = new ImageNames(project, dockerfile);
        List<ProjectPath> composeFiles = found.composeFiles();
        composeFiles.forEach(found::compose);
        found.commands();
        found.declared();
        if (!found.builders.isEmpty() || !found.names.isEmpty()) {
            composeFiles.forEach(found::aliasesOfCompose);
            found.aliases();
        }
        return List.copyOf(found.names);
    }

    private List<ProjectPath> composeFiles() {
        Set<ProjectPath> paths = new TreeSet<>();
        project.files(FileKind.COMPOSE).map(ProjectFile::path).forEach(paths::add);
        paths.addAll(project.commandsAround(dockerfile).composeFiles());
        return List.copyOf(paths);
    }

    private void compose(ProjectPath path) {
        for (ComposeService service : services(path)) {
            if (service.build().filter(build -> builds(path, build)).isPresent()) {
                builders.add(SERVICE + service.name());
                service.image()
                        .flatMap(Setting::text)
                        .ifPresent(image -> names.add(ImageName.of(image, environment(path))));
                names.addAll(usual(path, service));
            }
        }
    }

    /** Without a name of its own compose gives an image that of the project and the service; until 2021 with a low line. */
    private List<ImageName> usual(ProjectPath path, ComposeService service) {
        if (service.image().isPresent()) {
            return List.of();
        }
        String folder = path.parent().fileName().toLowerCase(Locale.ROOT);
        String own = service.file().name().map(YamlScalar::value).orElse(folder.isEmpty() ? "$_" : folder);
        return Stream.of("-", "_")
                .map(sign -> ImageName.of(own + sign + service.name(), environment(path)))
                .toList();
    }

    private List<ComposeService> services(ProjectPath path) {
        return project.composeAt(path)
                .filter(file -> !file.hasErrors())
                .map(ComposeFile::services)
                .orElse(List.of());
    }

    private boolean builds(ProjectPath path, ServiceBuild build) {
        if (build.dockerfileInline().isPresent()) {
            return build.dockerfileInline()
                    .flatMap(InlineDockerfile::of)
                    .filter(inline -> inline.text().equals(dockerfile.source().text()))
                    .isPresent();
        }
        return build.dockerfilePath()
                .or(() -> build.dockerfilePath(variables(path)))
                .flatMap(path.parent()::resolve)
                .filter(dockerfile.path()::equals)
                .isPresent();
    }

    private Map<String, String> variables(ProjectPath path) {
        return path.parent().resolve(".env").map(this::text).map(DotEnv::parse).orElse(Map.of());
    }

    private Function<String, Optional<String>> environment(ProjectPath path) {
        return name -> Optional.ofNullable(variables(path).get(name));
    }

    private void commands() {
        BuiltImages around = project.imagesAround(dockerfile);
        for (BuiltImages.Command build : around.buildsOf(dockerfile.path())) {
            tags(build, "", "");
        }
        for (BuiltImages.Template build : around.templatesOf(dockerfile.path())) {
            tags(build.command(), build.variable(), build.value());
        }
        project.commandsAround(dockerfile)
                .texts()
                .forEach((path, text) ->
                        BuilderWords.names(text, dockerfile.path()).forEach(name -> names.add(named(path, name))));
    }

    /** In a loop or a pattern rule one variable names the folder of the Dockerfile and the image. */
    private void tags(BuiltImages.Command build, String variable, String value) {
        build.command()
                .flags("tag")
                .forEach(flag -> flag.value().ifPresent(tag -> {
                    boolean open = variable.isEmpty() || !tag.text().contains(variable);
                    names.add(
                            open
                                    ? named(build.file(), tag.word().text().substring(tag.from()))
                                    : named(build.file(), tag.text().replace(variable, value)));
                }));
    }

    private ImageName named(ProjectPath file, String written) {
        return ImageName.of(written, name -> AssignedValues.of(text(file), name));
    }

    private String text(ProjectPath path) {
        return texts.computeIfAbsent(
                path,
                file -> project.workspace()
                        .read(file, LARGEST)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(""));
    }

    private void declared() {
        for (DeclaredBuilds.DeclaredBuild build :
                project.declaredAround(dockerfile).builds()) {
            if (build.dockerfile().equals(dockerfile.path())) {
                build.names().forEach(name -> names.add(named(build.file(), name)));
                if (!build.target().isEmpty()) {
                    builders.add(TARGET + build.target());
                }
            }
        }
    }

    private void aliasesOfCompose(ProjectPath path) {
        for (ComposeService service : services(path)) {
            service.build()
                    .flatMap(build -> service.inside(build.setting(), "additional_contexts"))
                    .ifPresent(contexts ->
                            pairs(contexts.value()).forEach((alias, what) -> alias(alias, what, environment(path))));
        }
    }

    private static Map<String, String> pairs(YamlNode node) {
        Map<String, String> pairs = new HashMap<>();
        node.asMapping().stream().flatMap(mapping -> mapping.entries().stream()).forEach(entry -> pair(entry, pairs));
        node.asSequence().stream()
                .flatMap(sequence -> sequence.values())
                .flatMap(item -> item.asScalar().stream())
                .map(YamlScalar::value)
                .filter(line -> line.indexOf('=') > 0)
                .forEach(
                        line -> pairs.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return pairs;
    }

    private static void pair(YamlEntry entry, Map<String, String> pairs) {
        entry.keyText().ifPresent(key -> entry.value().asScalar().ifPresent(value -> pairs.put(key, value.value())));
    }

    private void aliases() {
        for (DeclaredBuilds.DeclaredBuild build :
                project.declaredAround(dockerfile).builds()) {
            build.contexts()
                    .forEach((alias, what) -> alias(alias, what, name -> AssignedValues.of(text(build.file()), name)));
        }
        project.commandsAround(dockerfile)
                .containers()
                .forEach(build -> build.command().flags("build-context").stream()
                        .flatMap(flag -> flag.value().stream())
                        .map(value -> value.word()
                                .text()
                                .substring(value.from())
                                .replace("\"", "")
                                .replace("'", ""))
                        .filter(text -> text.indexOf('=') > 0)
                        .forEach(text -> alias(
                                text.substring(0, text.indexOf('=')),
                                text.substring(text.indexOf('=') + 1),
                                name -> AssignedValues.of(text(build.file()), name))));
    }

    /** What a build finds under a name of its own is this image, too. */
    private void alias(String alias, String what, Function<String, Optional<String>> values) {
        boolean own = builders.contains(what)
                || (what.startsWith(IMAGE)
                        && List.copyOf(names).stream().anyMatch(ImageName.of(what, values)::maySame));
        if (own) {
            names.add(ImageName.of(alias, values));
        }
    }
}

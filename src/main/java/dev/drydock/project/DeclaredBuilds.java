package dev.drydock.project;

import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.parse.YamlParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The builds that the files around Dockerfiles describe by keys, not by commands: workflows, bake files, Skaffold and tools like it.
 * Read once for a folder; {@link Project#declaredAround} remembers it.
 */
final class DeclaredBuilds {
    private static final String ACTION = "docker/build-push-action";
    private static final String METADATA = "docker/metadata-action";
    private static final List<String> NAMES = List.of("image", "images", "tags", "name", "repository", "imagename");
    private static final List<String> CONTEXTS = List.of("context", "buildcontext");
    private static final List<String> FILES = List.of("dockerfile", "file");
    private static final List<String> OTHERS = List.of("contexts", "additional_contexts", "build-contexts");

    private final List<DeclaredBuild> builds = new ArrayList<>();

    /**
     * One build.
     *
     * @param file the file that describes it
     * @param target its name in a bake file; empty elsewhere
     * @param context the folder that it is built from
     * @param names the names of its image as they are written
     * @param contexts the images that its Dockerfile finds under another name: by that name, as it is written
     */
    record DeclaredBuild(
            ProjectPath file,
            String target,
            ProjectPath dockerfile,
            ProjectPath context,
            List<String> names,
            Map<String, String> contexts) {}

    private DeclaredBuilds() {}

    static DeclaredBuilds of(Project project, ProjectFile file) {
        DeclaredBuilds builds = new DeclaredBuilds();
        project.commandsAround(file).texts().forEach(builds::read);
        return builds;
    }

    List<DeclaredBuild> builds() {
        return List.copyOf(builds);
    }

    /** Returns the contexts from which a Dockerfile is built. */
    Set<ProjectPath> contextsOf(ProjectPath dockerfile) {
        return builds.stream()
                .filter(build -> build.dockerfile().equals(dockerfile))
                .map(DeclaredBuild::context)
                .collect(Collectors.toSet());
    }

    private void read(ProjectPath path, String text) {
        String name = path.fileName();
        if (name.endsWith(".hcl")) {
            for (BakeTargets.BakeTarget target : BakeTargets.of(text)) {
                declare(
                        path,
                        target.name(),
                        Optional.ofNullable(target.texts().get("context")),
                        Optional.ofNullable(target.texts().get("dockerfile")),
                        true,
                        target.lists().getOrDefault("tags", List.of()),
                        target.maps().getOrDefault("contexts", Map.of()));
            }
        } else if ((name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json"))
                && speaksOfBuilds(name, text.toLowerCase(Locale.ROOT))) {
            YamlParser.parse(SourceText.of(text)).documents().forEach(document -> walk(path, document.root()));
        }
    }

    private static boolean speaksOfBuilds(String name, String text) {
        return text.contains(ACTION)
                || text.contains("\"target\"")
                || text.contains("dockerfile")
                || text.contains("buildcontext")
                || name.startsWith("skaffold");
    }

    /** Aliases are not followed: what they lead to is met where it stands. */
    private void walk(ProjectPath path, YamlNode root) {
        Deque<YamlNode> open = new ArrayDeque<>();
        Map<String, String> metadata = new HashMap<>();
        open.push(root);
        while (!open.isEmpty()) {
            YamlNode node = open.pop();
            if (node instanceof YamlMapping mapping) {
                mapping(path, mapping, metadata);
                List<YamlEntry> entries = mapping.entries();
                for (int i = entries.size() - 1; i >= 0; i--) {
                    open.push(entries.get(i).value());
                }
            } else if (node instanceof YamlSequence sequence) {
                List<YamlNode> values = sequence.values().toList();
                for (int i = values.size() - 1; i >= 0; i--) {
                    open.push(values.get(i));
                }
            }
        }
    }

    private void mapping(ProjectPath path, YamlMapping mapping, Map<String, String> metadata) {
        Optional<String> uses = text(mapping, "uses");
        Optional<YamlMapping> with = mapping.value("with").flatMap(YamlNode::asMapping);
        if (uses.isPresent() && with.isPresent()) {
            if (uses.get().startsWith(METADATA + "@")) {
                text(mapping, "id")
                        .ifPresent(id -> text(with.get(), "images").ifPresent(images -> metadata.put(id, images)));
            } else {
                boolean known = uses.get().startsWith(ACTION + "@");
                if (known || first(with.get(), FILES).isPresent()) {
                    declare(
                            path,
                            "",
                            first(with.get(), CONTEXTS),
                            first(with.get(), FILES),
                            false,
                            names(with.get(), metadata),
                            others(with.get()));
                }
            }
            return;
        }
        mapping.value("target")
                .flatMap(YamlNode::asMapping)
                .ifPresent(targets -> targets.entries()
                        .forEach(entry -> entry.value()
                                .asMapping()
                                .ifPresent(target -> declare(
                                        path,
                                        entry.keyText().orElse(""),
                                        text(target, "context"),
                                        text(target, "dockerfile"),
                                        true,
                                        names(target, metadata),
                                        others(target)))));
        Optional<String> context = first(mapping, CONTEXTS);
        Optional<String> file = text(mapping, "dockerfile")
                .or(() -> text(mapping, "Dockerfile"))
                .or(() -> mapping.value("docker")
                        .flatMap(YamlNode::asMapping)
                        .flatMap(docker -> text(docker, "dockerfile")));
        if (context.isPresent() || file.isPresent()) {
            boolean capital = mapping.value("Dockerfile").isPresent();
            declare(path, "", context, file, !capital, names(mapping, metadata), others(mapping));
        }
    }

    private static Optional<String> first(YamlMapping mapping, List<String> keys) {
        return mapping.entries().stream()
                .filter(entry -> entry.keyText()
                        .filter(key -> keys.contains(key.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .flatMap(entry -> entry.value().asScalar().stream())
                .map(YamlScalar::value)
                .findFirst();
    }

    /** Tags of the action that makes them are those of the images that it is given. */
    private static List<String> names(YamlMapping mapping, Map<String, String> metadata) {
        return mapping.entries().stream()
                .filter(entry -> entry.keyText()
                        .filter(key -> NAMES.contains(key.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .flatMap(entry -> strings(entry.value()))
                .flatMap(text -> lines(text))
                .flatMap(text -> text.contains("outputs.tags")
                        ? metadata.entrySet().stream()
                                .filter(step -> text.contains("steps." + step.getKey() + "."))
                                .flatMap(step -> lines(step.getValue()))
                        : Stream.of(text))
                .toList();
    }

    private static Stream<String> strings(YamlNode node) {
        return node instanceof YamlSequence sequence
                ? sequence.values().flatMap(item -> item.asScalar().stream()).map(YamlScalar::value)
                : node.asScalar().stream().map(YamlScalar::value);
    }

    private static Stream<String> lines(String text) {
        return text.lines()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    private static Map<String, String> others(YamlMapping mapping) {
        Map<String, String> found = new HashMap<>();
        for (String key : OTHERS) {
            mapping.value(key).ifPresent(value -> {
                value.asMapping().stream()
                        .flatMap(map -> map.entries().stream())
                        .forEach(entry -> entry.keyText()
                                .ifPresent(name ->
                                        entry.value().asScalar().ifPresent(what -> found.put(name, what.value()))));
                strings(value).flatMap(DeclaredBuilds::lines).forEach(line -> {
                    int sign = line.indexOf('=');
                    if (sign > 0) {
                        found.put(line.substring(0, sign), line.substring(sign + 1));
                    }
                });
            });
        }
        return found;
    }

    private static Optional<String> text(YamlMapping mapping, String key) {
        return mapping.value(key).flatMap(YamlNode::asScalar).map(YamlScalar::value);
    }

    /** @param inContext whether the path of the Dockerfile starts at the context, as it does for all but actions */
    private void declare(
            ProjectPath path,
            String target,
            Optional<String> context,
            Optional<String> file,
            boolean inContext,
            List<String> names,
            Map<String, String> contexts) {
        ProjectPath folder = inContext ? path.parent() : ProjectPath.ROOT;
        String where = context.orElse(".");
        String which = file.orElse("Dockerfile");
        if (isUnclear(where) || isUnclear(which)) {
            return;
        }
        folder.resolve(where).ifPresent(root -> {
            ProjectPath from = inContext || file.isEmpty() ? root : folder;
            from.resolve(which)
                    .ifPresent(dockerfile ->
                            builds.add(new DeclaredBuild(path, target, dockerfile, root, names, contexts)));
        });
    }

    private static boolean isUnclear(String path) {
        return path.contains(":") || path.contains("$") || path.contains("{{");
    }
}

package dev.drydock.project;

import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.parse.YamlParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The build contexts that the files around Dockerfiles set by keys, not by commands: workflows, bake files, Skaffold. Read once
 * for a folder; {@link Project#contextsAround} remembers it.
 */
final class DeclaredContexts {
    private static final String ACTION = "docker/build-push-action";

    private final Map<ProjectPath, Set<ProjectPath>> byDockerfile = new HashMap<>();

    private DeclaredContexts() {}

    static DeclaredContexts of(Project project, ProjectFile file) {
        DeclaredContexts contexts = new DeclaredContexts();
        project.commandsAround(file).texts().forEach(contexts::read);
        return contexts;
    }

    /** Returns the contexts from which a Dockerfile is built. */
    Set<ProjectPath> contextsOf(ProjectPath dockerfile) {
        return byDockerfile.getOrDefault(dockerfile, Set.of());
    }

    private void read(ProjectPath path, String text) {
        String name = path.fileName();
        if (name.endsWith(".hcl")) {
            for (Map<String, String> target : BakeTargets.of(text)) {
                Optional<String> context = Optional.ofNullable(target.get("context"));
                declare(path.parent(), context, Optional.ofNullable(target.get("dockerfile")), true);
            }
        } else if ((name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json"))
                && (text.contains(ACTION) || text.contains("\"target\"") || name.startsWith("skaffold"))) {
            YamlParser.parse(SourceText.of(text)).documents().forEach(document -> walk(path, document.root()));
        }
    }

    /** Aliases are not followed: what they lead to is met where it stands. */
    private void walk(ProjectPath path, YamlNode root) {
        Deque<YamlNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            YamlNode node = open.pop();
            if (node instanceof YamlMapping mapping) {
                mapping(path, mapping);
                mapping.entries().forEach(entry -> open.push(entry.value()));
            } else if (node instanceof YamlSequence sequence) {
                sequence.values().forEach(open::push);
            }
        }
    }

    private void mapping(ProjectPath path, YamlMapping mapping) {
        if (text(mapping, "uses").filter(uses -> uses.startsWith(ACTION + "@")).isPresent()) {
            mapping.value("with")
                    .flatMap(YamlNode::asMapping)
                    .ifPresent(with -> declare(ProjectPath.ROOT, text(with, "context"), text(with, "file"), false));
            return;
        }
        Optional<String> context = text(mapping, "context");
        Optional<String> file = text(mapping, "dockerfile")
                .or(() -> mapping.value("docker")
                        .flatMap(YamlNode::asMapping)
                        .flatMap(docker -> text(docker, "dockerfile")));
        if (context.isPresent() || file.isPresent()) {
            declare(path.parent(), context, file, true);
        }
    }

    private static Optional<String> text(YamlMapping mapping, String key) {
        return mapping.value(key).flatMap(YamlNode::asScalar).map(YamlScalar::value);
    }

    /** @param inContext whether the path of the Dockerfile starts at the context, as it does for all but the action */
    private void declare(ProjectPath folder, Optional<String> context, Optional<String> file, boolean inContext) {
        String where = context.orElse(".");
        String which = file.orElse("Dockerfile");
        if (isUnclear(where) || isUnclear(which)) {
            return;
        }
        folder.resolve(where).ifPresent(root -> {
            ProjectPath from = inContext || file.isEmpty() ? root : folder;
            from.resolve(which)
                    .ifPresent(dockerfile -> byDockerfile
                            .computeIfAbsent(dockerfile, unused -> new LinkedHashSet<>())
                            .add(root));
        });
    }

    private static boolean isUnclear(String path) {
        return path.contains(":") || path.contains("$") || path.contains("{{");
    }
}

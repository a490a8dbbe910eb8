package dev.drydock.transform.builtin.secrets;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.compose.Setting;
import dev.drydock.edit.FileChange;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.builtin.ComposeSections;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the compose files that build a Dockerfile whose copied file becomes a mount: {@code build.secrets} and a secret
 * of the file, or {@code build.ssh} (compose-spec, build).
 *
 * @param changes the edits, one for each file that can be changed
 * @param without the services, as {@code compose.yaml:3}, that build it and cannot be changed
 */
record ComposeBuilds(List<FileChange> changes, List<String> without) {
    ComposeBuilds {
        changes = List.copyOf(changes);
        without = List.copyOf(without);
    }

    /**
     * Returns the changes.
     *
     * @param id the name of the secret
     * @param source the file; empty if the agent for ssh is mounted instead
     */
    static ComposeBuilds of(Project project, ProjectFile dockerfile, String id, Optional<ProjectPath> source) {
        List<FileChange> changes = new ArrayList<>();
        List<String> without = new ArrayList<>();
        project.files(FileKind.COMPOSE).forEach(file -> {
            Passing passing = new Passing(project.compose(file), file, id, source);
            List<ComposeService> builders = passing.lacking(dockerfile.path());
            if (!builders.isEmpty()) {
                passing.to(builders)
                        .ifPresentOrElse(
                                changes::add,
                                () -> builders.forEach(service -> without.add(file.path() + ":"
                                        + file.source()
                                                .line(service.entry().range().start()))));
            }
        });
        return new ComposeBuilds(changes, without);
    }

    /** The change of one compose file. */
    private record Passing(ComposeFile compose, ProjectFile file, String id, Optional<ProjectPath> source) {

        List<ComposeService> lacking(ProjectPath dockerfile) {
            if (compose.hasErrors()) {
                return List.of();
            }
            return compose.services().stream()
                    .filter(service -> service.build()
                            .flatMap(ServiceBuild::dockerfilePath)
                            .flatMap(path -> file.path().parent().resolve(path))
                            .filter(dockerfile::equals)
                            .isPresent())
                    .filter(service -> !has(service))
                    .toList();
        }

        private boolean has(ComposeService service) {
            ServiceBuild build = service.build().orElseThrow();
            return source.isPresent()
                    ? build.secrets().stream().anyMatch(grant -> grant.source().equals(id))
                    : service.inside(build.setting(), "ssh").isPresent();
        }

        Optional<FileChange> to(List<ComposeService> services) {
            YamlEditor editor = new YamlEditor(compose.document().orElseThrow());
            boolean done = services.stream().allMatch(service -> grant(editor, service))
                    && (source.isEmpty() || define(editor));
            return done
                    ? editor.finish().edits().map(edits -> new FileChange.Edits(file.path(), edits))
                    : Optional.empty();
        }

        private boolean grant(YamlEditor editor, ComposeService service) {
            Setting build = service.build().orElseThrow().setting();
            if (!build.provenance().isOwn() || build.provenance().isShared() || build.isAliased()) {
                return false;
            }
            String key = source.isPresent() ? "secrets" : "ssh";
            YamlValue list = YamlValue.strings(source.isPresent() ? id : "default");
            Optional<Setting> present = service.inside(build, key);
            if (present.isPresent()) {
                boolean own =
                        present.get().provenance().isOwn() && !present.get().isAliased();
                if (own) {
                    editor.appendInto(present.get().entry(), YamlValue.string(id));
                }
                return own;
            }
            YamlNode value = build.value();
            Optional<YamlMapping> mapping = value.asMapping();
            if (mapping.isPresent()) {
                editor.insertLast(mapping.get(), key, list);
            } else {
                String context = service.build().orElseThrow().context();
                editor.replaceValue(
                        value, YamlValue.map().with("context", context).with(key, list));
            }
            return true;
        }

        private boolean define(YamlEditor editor) {
            String path = file.path().parent().pathTo(source.orElseThrow());
            Optional<Definition> known = compose.secrets().stream()
                    .filter(definition -> definition.name().equals(id))
                    .findFirst();
            if (known.isPresent()) {
                return known.get().text("file").filter(path::equals).isPresent();
            }
            YamlValue definition = YamlValue.map().with("file", path);
            Optional<YamlEntry> section = compose.section("secrets");
            if (section.isPresent()) {
                editor.insertInto(section.get(), id, definition);
            } else {
                ComposeSections.add(editor, compose, "secrets", YamlValue.map(id, definition));
            }
            return true;
        }
    }
}

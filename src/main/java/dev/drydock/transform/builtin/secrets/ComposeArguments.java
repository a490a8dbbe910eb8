package dev.drydock.transform.builtin.secrets;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.KeyValue;
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
import dev.drydock.yaml.edit.CommentFate;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the compose files that pass a build argument to a Dockerfile once it is a secret: {@code build.args} to
 * {@code build.secrets}, and a secret of the file that comes from the same variable (compose-spec, build.secrets and
 * secrets.environment).
 *
 * @param changes the edits, one for each file that passes the argument and can be changed
 * @param files all files that pass the argument, changed or not
 * @param variables the variables from which compose takes the secret afterwards
 * @param without the files with a service that builds the Dockerfile and does not pass the argument
 */
record ComposeArguments(
        List<FileChange> changes, Set<ProjectPath> files, Set<String> variables, Set<ProjectPath> without) {
    ComposeArguments {
        changes = List.copyOf(changes);
        files = Set.copyOf(files);
        without = Set.copyOf(without);
    }

    /** Returns the changes for a build argument of a Dockerfile. */
    static ComposeArguments of(Project project, ProjectFile dockerfile, String argument) {
        List<FileChange> changes = new ArrayList<>();
        Set<ProjectPath> files = new LinkedHashSet<>();
        Set<String> variables = new LinkedHashSet<>();
        Set<ProjectPath> without = new LinkedHashSet<>();
        project.files(FileKind.COMPOSE).forEach(file -> {
            Migration migration = new Migration(project.compose(file), file, dockerfile.path(), argument);
            if (migration.buildsWithout()) {
                without.add(file.path());
            }
            if (migration.passes()) {
                files.add(file.path());
                migration.edits().ifPresent(change -> {
                    changes.add(change);
                    variables.addAll(migration.variables);
                });
            }
        });
        return new ComposeArguments(changes, files, variables, without);
    }

    /** Returns whether the file is changed along. */
    boolean changes(ProjectPath path) {
        return changes.stream().anyMatch(change -> change.path().equals(path));
    }

    /** The change of one compose file. */
    private static final class Migration {
        private final ComposeFile compose;
        private final ProjectFile file;
        private final String argument;
        private final String id;
        private final List<ComposeService> builders;
        private final Set<String> variables = new LinkedHashSet<>();

        Migration(ComposeFile compose, ProjectFile file, ProjectPath dockerfile, String argument) {
            this.compose = compose;
            this.file = file;
            this.argument = argument;
            this.id = SecretMounts.id(argument);
            this.builders = compose.hasErrors()
                    ? List.of()
                    : compose.services().stream()
                            .filter(service -> service.build()
                                    .flatMap(ServiceBuild::dockerfilePath)
                                    .flatMap(path -> file.path().parent().resolve(path))
                                    .filter(dockerfile::equals)
                                    .isPresent())
                            .toList();
        }

        boolean passes() {
            return builders.stream().anyMatch(service -> !pairs(service).isEmpty());
        }

        boolean buildsWithout() {
            return builders.stream()
                    .anyMatch(service -> pairs(service).isEmpty()
                            && service.build().orElseThrow().secrets().stream()
                                    .noneMatch(grant -> grant.source().equals(id)));
        }

        private List<KeyValue> pairs(ComposeService service) {
            return service.build().orElseThrow().args().stream()
                    .filter(pair -> pair.key().equals(argument))
                    .toList();
        }

        Optional<FileChange> edits() {
            YamlEditor editor = new YamlEditor(compose.document().orElseThrow());
            for (ComposeService service : builders) {
                List<KeyValue> pairs = pairs(service);
                if (!pairs.isEmpty() && !migrate(editor, service, pairs)) {
                    return Optional.empty();
                }
            }
            if (variables.size() != 1 || !define(editor, variables.iterator().next())) {
                return Optional.empty();
            }
            return editor.finish().edits().map(edits -> new FileChange.Edits(file.path(), edits));
        }

        private boolean migrate(YamlEditor editor, ComposeService service, List<KeyValue> pairs) {
            ServiceBuild build = service.build().orElseThrow();
            Optional<YamlMapping> mapping = build.setting().value().asMapping();
            KeyValue pair = pairs.get(0);
            boolean own = pairs.size() == 1
                    && pair.provenance().isOwn()
                    && !pair.provenance().isShared()
                    && !build.setting().isAliased()
                    && mapping.filter(found -> found.entries().size() > 1).isPresent();
            Optional<String> variable = pair.value().isEmpty()
                    ? Optional.of(argument)
                    : pair.interpolation().flatMap(Migration::reference);
            if (!own || variable.isEmpty()) {
                return false;
            }
            variables.add(variable.get());
            editor.deleteWithEmptyParents(pair.element(), CommentFate.KEEP);
            if (build.secrets().stream().anyMatch(grant -> grant.source().equals(id))) {
                return true;
            }
            Optional<Setting> secrets = service.inside(build.setting(), "secrets");
            if (secrets.filter(found -> found.isAliased() || !found.provenance().isOwn())
                    .isPresent()) {
                return false;
            }
            if (secrets.isPresent()) {
                editor.appendInto(secrets.get().entry(), YamlValue.string(id));
            } else {
                editor.insertLast(mapping.get(), "secrets", YamlValue.strings(id));
            }
            return true;
        }

        /** A variable that may be missing but has no value of its own here. */
        private static Optional<String> reference(Interpolation text) {
            if (!text.isOnlyVariable() || !(text.parts().get(0) instanceof Interpolation.Part.Variable variable)) {
                return Optional.empty();
            }
            boolean plain = variable.operator().isEmpty() || variable.operator().endsWith("?");
            boolean empty = variable.operator().endsWith("-")
                    && variable.operand().text().isEmpty();
            return plain || empty ? Optional.of(variable.name()) : Optional.empty();
        }

        private boolean define(YamlEditor editor, String variable) {
            Optional<Definition> known = compose.secrets().stream()
                    .filter(definition -> definition.name().equals(id))
                    .findFirst();
            if (known.isPresent()) {
                return known.get().text("environment").filter(variable::equals).isPresent();
            }
            YamlValue source = YamlValue.map().with("environment", variable);
            Optional<YamlEntry> section = compose.section("secrets");
            if (section.isPresent()) {
                editor.insertInto(section.get(), id, source);
            } else {
                ComposeSections.add(editor, compose, "secrets", YamlValue.map(id, source));
            }
            return true;
        }
    }
}

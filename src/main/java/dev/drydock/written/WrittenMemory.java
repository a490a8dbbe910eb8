package dev.drydock.written;

import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers what stages write. An application may have thousands of sources, and each service that runs it asks, in each round.
 *
 * <p>An answer holds as long as the build, its context and the files around are the same, for everybody who answers the same to the
 * variables that were asked for on the way.
 */
final class WrittenMemory {
    /** What an answer depends on beside variables. Compose files are no sources, wherever they lie and whatever they say. */
    private record Key(
            Build build,
            int stage,
            Optional<ProjectPath> context,
            Set<ProjectPath> composeFiles,
            List<ProjectFile> changes) {}

    private record Answer(Map<String, Optional<String>> asked, WrittenPaths paths) {
        boolean holdsFor(Function<String, Optional<String>> variables) {
            return asked.entrySet().stream().allMatch(each -> each.getValue().equals(variables.apply(each.getKey())));
        }
    }

    private final Map<Key, List<Answer>> answers = new ConcurrentHashMap<>();

    /** Returns what is known of a stage, or finds it out with variables whose use is recorded. */
    static WrittenPaths of(
            Project project,
            BuildStage stage,
            Optional<ProjectPath> context,
            Function<String, Optional<String>> variables,
            Function<Function<String, Optional<String>>, WrittenPaths> read) {
        Key key = new Key(
                stage.build(),
                stage.build().stages().indexOf(stage),
                context,
                project.files(FileKind.COMPOSE).map(ProjectFile::path).collect(Collectors.toSet()),
                project.changes().stream()
                        .filter(file -> file.kind() != FileKind.COMPOSE)
                        .toList());
        return project.memory(WrittenMemory.class, WrittenMemory::new).answer(key, variables, read);
    }

    private WrittenPaths answer(
            Key key,
            Function<String, Optional<String>> variables,
            Function<Function<String, Optional<String>>, WrittenPaths> read) {
        List<Answer> known = answers.getOrDefault(key, List.of());
        Optional<Answer> fitting =
                known.stream().filter(answer -> answer.holdsFor(variables)).findFirst();
        if (fitting.isPresent()) {
            return fitting.get().paths();
        }
        Map<String, Optional<String>> asked = new LinkedHashMap<>();
        WrittenPaths paths = read.apply(name -> asked.computeIfAbsent(name, variables));
        List<Answer> more = new ArrayList<>(known);
        more.add(new Answer(asked, Objects.requireNonNull(paths)));
        answers.put(key, List.copyOf(more));
        return paths;
    }
}

package dev.drydock.project;

import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The Dockerfiles of the workspace, which are the same in all states of a project but for those of the project. */
final class DockerfileSurvey {
    private static final int LARGEST = 1 << 18;
    private static final List<String> TELLING = List.of("mountPath:", "[mounts]", "using:", "image:", "container:");
    private static final int MOST_FILES = 4000;
    private static final Set<String> FOREIGN =
            Set.of(".git", "node_modules", "vendor", ".venv", "venv", "site-packages", ".terraform", ".gradle");

    private final List<ProjectPath> paths = new ArrayList<>();
    private final List<ProjectPath> composePaths = new ArrayList<>();
    private final List<ProjectPath> manifests = new ArrayList<>();
    private final Map<ProjectPath, Optional<ProjectFile>> files = new ConcurrentHashMap<>();
    private final Map<ProjectPath, Optional<String>> texts = new ConcurrentHashMap<>();
    private final Workspace workspace;

    private DockerfileSurvey(Workspace workspace) {
        this.workspace = workspace;
        Deque<ProjectPath> folders = new ArrayDeque<>(List.of(ProjectPath.ROOT));
        int seen = 0;
        while (!folders.isEmpty() && seen < MOST_FILES) {
            for (ProjectPath path : workspace.list(folders.removeFirst())) {
                seen++;
                Optional<FileKind> kind = FileKind.of(path);
                if (workspace.kind(path) == Workspace.Kind.FOLDER) {
                    if (!FOREIGN.contains(path.fileName())) {
                        folders.addLast(path);
                    }
                } else if (kind.filter(FileKind.DOCKERFILE::equals).isPresent()) {
                    paths.add(path);
                } else if (kind.filter(FileKind.COMPOSE::equals).isPresent()) {
                    composePaths.add(path);
                } else if (isManifest(path.fileName())) {
                    manifests.add(path);
                }
            }
        }
    }

    /** Returns that of the workspace of a project; all states of it share one. */
    static DockerfileSurvey of(Project project) {
        return project.memory(
                DockerfileSurvey.class,
                () -> project.workspace()
                        .shared(DockerfileSurvey.class, () -> new DockerfileSurvey(project.workspace())));
    }

    List<ProjectPath> paths() {
        return paths;
    }

    private static boolean isManifest(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.startsWith("fly.");
    }

    /** Returns the other files in YAML, and the settings of Fly. */
    List<ProjectPath> manifests() {
        return manifests;
    }

    /** Returns the text of one of these, if it may say anything of images and mounts. */
    Optional<String> text(ProjectPath path) {
        return texts.computeIfAbsent(
                path,
                each -> workspace
                        .read(each, LARGEST)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(text -> TELLING.stream().anyMatch(text::contains)));
    }

    List<ProjectPath> composePaths() {
        return composePaths;
    }

    Optional<ProjectFile> file(ProjectPath path) {
        return files.computeIfAbsent(
                path,
                each -> workspace.read(each, LARGEST).flatMap(bytes -> {
                    try {
                        return Optional.of(new ProjectFile(each, FileKind.DOCKERFILE, SourceText.decode(bytes)));
                    } catch (UndecodableTextException e) {
                        return Optional.empty();
                    }
                }));
    }
}

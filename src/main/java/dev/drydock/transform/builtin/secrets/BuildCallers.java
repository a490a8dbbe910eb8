package dev.drydock.transform.builtin.secrets;

import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a project that run the build and speak of a build argument: compose files, scripts, workflows. They are
 * named here, not changed; whoever changes them together with the Dockerfile replaces this.
 */
final class BuildCallers {
    private static final int LARGEST = 1 << 18;
    private static final Set<FileKind> CALLERS =
            Set.of(FileKind.COMPOSE, FileKind.SHELL_SCRIPT, FileKind.MAKEFILE, FileKind.CI_WORKFLOW);

    private BuildCallers() {}

    /** Returns the files near the Dockerfile, in the root of the project and among its workflows that name the argument. */
    static List<ProjectPath> of(Project project, ProjectFile dockerfile, String argument) {
        Workspace workspace = project.workspace();
        Set<ProjectPath> folders = new LinkedHashSet<>(List.of(dockerfile.path().parent(), ProjectPath.ROOT));
        for (String name : List.of(".github/workflows", "scripts", "ci", "bin")) {
            folders.add(ProjectPath.of(name));
        }
        return folders.stream()
                .flatMap(folder -> workspace.list(folder).stream())
                .filter(path -> FileKind.of(path).filter(CALLERS::contains).isPresent()
                        || path.fileName().startsWith("Jenkinsfile"))
                .distinct()
                .filter(path -> text(workspace, path)
                        .filter(text -> Mentions.word(text, argument))
                        .isPresent())
                .sorted()
                .toList();
    }

    private static Optional<String> text(Workspace workspace, ProjectPath path) {
        return workspace.read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}

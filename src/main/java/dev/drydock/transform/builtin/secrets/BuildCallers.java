package dev.drydock.transform.builtin.secrets;

import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files around a Dockerfile that run the build and may pass a build argument: compose files, scripts, workflows. What
 * {@link ComposeArguments} and {@link CommandArguments} do not change is left to a person.
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
                        .filter(text -> Mentions.word(text, argument) && mayPass(path, text))
                        .isPresent())
                .sorted()
                .toList();
    }

    /** A script that only uses the variable, as one that logs in does, builds nothing with it. */
    private static boolean mayPass(ProjectPath path, String text) {
        String letters = text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return FileKind.of(path).filter(FileKind.COMPOSE::equals).isPresent() || letters.contains("buildarg");
    }

    private static Optional<String> text(Workspace workspace, ProjectPath path) {
        return workspace.read(path, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}

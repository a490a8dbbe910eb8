package dev.drydock.transform.builtin.packages;

import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files around a Dockerfile that may say what its container does: sources, scripts, settings, manifests, compose files. */
final class ContextTexts {
    private static final Set<String> NOT_THE_PROJECTS = Set.of(
            ".git",
            "node_modules",
            "vendor",
            ".venv",
            "venv",
            "__pycache__",
            "dist",
            "docs",
            "doc",
            ".github",
            ".idea");

    private static final Set<String> FOR_PEOPLE = Set.of("md", "rst", "adoc", "txt", "lock", "svg", "css", "map", "po");

    private static final int LARGEST = 1 << 18;
    private static final int MOST = 1_500;

    private ContextTexts() {}

    /** One file, as far as it is text. */
    record Text(ProjectPath path, String text) {}

    /** Returns the files, or empty if there are more than one looks through. */
    static Optional<List<Text>> of(Project project, ProjectFile dockerfile) {
        List<Text> found = new ArrayList<>();
        for (ProjectFile file : project.files()) {
            if (file.kind() == FileKind.COMPOSE) {
                found.add(new Text(file.path(), file.source().text()));
            }
        }
        Deque<ProjectPath> open = new ArrayDeque<>(List.of(dockerfile.path().parent()));
        int seen = 0;
        while (!open.isEmpty()) {
            for (ProjectPath path : project.workspace().list(open.removeFirst())) {
                if (++seen > MOST) {
                    return Optional.empty();
                }
                if (project.workspace().kind(path) == Workspace.Kind.FOLDER) {
                    if (!NOT_THE_PROJECTS.contains(path.fileName())) {
                        open.addLast(path);
                    }
                } else if (mayRun(dockerfile, path)) {
                    project.workspace()
                            .read(path, LARGEST)
                            .ifPresent(
                                    bytes -> found.add(new Text(path, new String(bytes, StandardCharsets.ISO_8859_1))));
                }
            }
        }
        return Optional.of(found);
    }

    /** Other Dockerfiles and their ignore files install tools, they do not use those of this image. */
    static boolean isOfTheProject(ProjectFile dockerfile, ProjectPath path) {
        return FileKind.of(path)
                        .filter(kind -> kind == FileKind.DOCKERFILE || kind == FileKind.IGNORE_FILE)
                        .isEmpty()
                && !path.equals(dockerfile.path());
    }

    private static boolean mayRun(ProjectFile dockerfile, ProjectPath path) {
        String name = path.fileName();
        return isOfTheProject(dockerfile, path)
                && (name.startsWith("requirements") || !FOR_PEOPLE.contains(name.substring(name.lastIndexOf('.') + 1)));
    }
}

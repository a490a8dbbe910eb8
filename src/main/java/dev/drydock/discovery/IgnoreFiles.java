package dev.drydock.discovery;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ignore files that belong to a project although nobody named them: a repair may extend them. */
public final class IgnoreFiles {
    private static final String NAME = ".dockerignore";
    private static final String GIT_NAME = ".gitignore";

    private IgnoreFiles() {}

    /**
     * Returns the ignore files that a build of one of the Dockerfiles among {@code files} may obey: the one of the Dockerfile
     * itself, of its folder and of those above, and the ignore files for Git beside each compose file and for builds beside and above
     * it, which keep its secrets out of images. Only those that are there and not among {@code files} themselves.
     */
    public static List<ProjectPath> of(Collection<InputFile> files, Workspace workspace) {
        return of(files).stream()
                .filter(path -> workspace.kind(path) == Workspace.Kind.FILE)
                .toList();
    }

    /** Returns the same files, and those that are not there. */
    public static List<ProjectPath> of(Collection<InputFile> files) {
        Set<ProjectPath> paths = new LinkedHashSet<>();
        for (InputFile file : files) {
            if (file.kind() == FileKind.DOCKERFILE) {
                paths.add(ProjectPath.of(file.path().value() + NAME));
                addUpwards(file.path().parent(), paths);
            }
            if (file.kind() == FileKind.COMPOSE) {
                file.path().parent().resolve(GIT_NAME).ifPresent(paths::add);
                addUpwards(file.path().parent(), paths);
            }
        }
        files.forEach(file -> paths.remove(file.path()));
        return List.copyOf(paths);
    }

    private static void addUpwards(ProjectPath from, Set<ProjectPath> paths) {
        for (ProjectPath folder = from; ; folder = folder.parent()) {
            folder.resolve(NAME).ifPresent(paths::add);
            if (folder.equals(ProjectPath.ROOT)) {
                return;
            }
        }
    }
}

package dev.drydock.project;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that are judged and changed together, and the workspace around them: an immutable snapshot.
 *
 * <p>A compose file and the Dockerfiles that its services build are one project, because a port, a user or a secret that
 * is decided in one must be respected in the other.
 */
public final class Project {
    private final Map<ProjectPath, ProjectFile> files;
    private final Workspace workspace;

    public Project(Collection<ProjectFile> files, Workspace workspace) {
        this.files = new LinkedHashMap<>();
        files.stream()
                .sorted(Comparator.comparing(ProjectFile::path))
                .forEach(file -> this.files.put(file.path(), file));
        this.workspace = Objects.requireNonNull(workspace);
    }

    /** Returns all files, ordered by path. */
    public List<ProjectFile> files() {
        return List.copyOf(files.values());
    }

    public Optional<ProjectFile> file(ProjectPath path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Returns the files of one kind, ordered by path. */
    public Stream<ProjectFile> files(FileKind kind) {
        return files.values().stream().filter(file -> file.kind() == kind);
    }

    public Workspace workspace() {
        return workspace;
    }

    /** Returns this project with some files replaced or added. */
    public Project with(Collection<ProjectFile> changed) {
        Map<ProjectPath, ProjectFile> merged = new LinkedHashMap<>(files);
        changed.forEach(file -> merged.put(file.path(), file));
        return new Project(merged.values(), workspace);
    }
}

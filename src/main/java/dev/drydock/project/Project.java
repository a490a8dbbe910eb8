package dev.drydock.project;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeLookup;
import dev.drydock.knowledge.Images;
import dev.drydock.model.Build;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The files that are judged and changed together, and the workspace around them: an immutable snapshot.
 *
 * <p>A compose file and the Dockerfiles that its services build are one project, because a port, a user or a secret that
 * is decided in one must be respected in the other.
 */
public final class Project {
    /** A compose file that another one refers to is read up to this size. */
    private static final int LARGEST = 1 << 20;

    private final Map<ProjectPath, ProjectFile> files;
    private final Map<ProjectPath, Optional<ComposeFile>> composeFiles = new ConcurrentHashMap<>();
    private final Workspace workspace;
    /** The workspace without what has been changed since the project was read. */
    private final Workspace original;
    /** What has been changed since the project was read. */
    private final Map<ProjectPath, ProjectFile> changes;
    /** By folder; what lies around the judged files is the same while these change. */
    private final Map<ProjectPath, SurroundingCommands.Found> surroundings;
    /** By type; shared by all states of a project. */
    private final Map<Class<?>, Object> memories;
    /** By folder: each command of a long script asks for them. */
    private final Map<ProjectPath, BuiltImages> builtImages = new ConcurrentHashMap<>();

    private final Map<ProjectPath, DeclaredBuilds> declaredBuilds = new ConcurrentHashMap<>();
    /** By Dockerfile; one run has one knowledge. */
    private final Map<ProjectFile, List<DerivedImages.Derived>> derived = new ConcurrentHashMap<>();
    /** Of the files whose image an argument chooses; one run has one knowledge. */
    private final Map<ProjectFile, Build> builds = new ConcurrentHashMap<>();

    public Project(Collection<ProjectFile> files, Workspace workspace) {
        this(files, workspace, Map.of(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private Project(
            Collection<ProjectFile> files,
            Workspace original,
            Map<ProjectPath, ProjectFile> changes,
            Map<ProjectPath, SurroundingCommands.Found> surroundings,
            Map<Class<?>, Object> memories) {
        this.surroundings = surroundings;
        this.memories = memories;
        this.files = new LinkedHashMap<>();
        files.stream()
                .sorted(Comparator.comparing(ProjectFile::path))
                .forEach(file -> this.files.put(file.path(), file));
        this.original = Objects.requireNonNull(original);
        this.changes = changes;
        // Where nothing is known, the absence of other files must go on to prove nothing.
        this.workspace =
                changes.isEmpty() || !original.isKnown() ? original : new WorkspaceWithChanges(original, changes);
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

    /**
     * Returns the view of a compose file, with what it extends and includes found in the project, then in the workspace;
     * always the same one for one project.
     */
    public ComposeFile compose(ProjectFile file) {
        return composeAt(file.path())
                .orElseThrow(() -> new IllegalArgumentException(file.path() + " is not of this project"));
    }

    /** Returns the view of the compose file at a path, of the project or of the workspace, or empty if there is none. */
    public Optional<ComposeFile> composeAt(ProjectPath path) {
        Optional<ComposeFile> known = composeFiles.get(path);
        if (known == null) {
            known = readCompose(path);
            Optional<ComposeFile> other = composeFiles.putIfAbsent(path, known);
            known = other == null ? known : other;
        }
        return known;
    }

    private Optional<ComposeFile> readCompose(ProjectPath path) {
        Optional<ProjectFile> file = file(path)
                .filter(found -> found.kind() == FileKind.COMPOSE)
                .or(() -> workspace.read(path, LARGEST).flatMap(bytes -> decoded(path, bytes)));
        ComposeLookup lookup = name -> path.parent().resolve(name).flatMap(this::composeAt);
        return file.map(found -> ComposeFile.of(found.yaml(), lookup));
    }

    private static Optional<ProjectFile> decoded(ProjectPath path, byte[] bytes) {
        try {
            return Optional.of(new ProjectFile(path, FileKind.COMPOSE, SourceText.decode(bytes)));
        } catch (UndecodableTextException e) {
            return Optional.empty();
        }
    }

    /** Returns what the files around a judged one do with containers; nothing where the workspace is not known. */
    public SurroundingCommands.Found commandsAround(ProjectFile file) {
        return surroundings.computeIfAbsent(
                file.path().parent(), folder -> SurroundingCommands.around(original, folder));
    }

    /** Returns the images that commands around a judged file build; always the same ones for one folder of one project. */
    public BuiltImages imagesAround(ProjectFile file) {
        return builtImages.computeIfAbsent(file.path().parent(), folder -> BuiltImages.of(this, file));
    }

    /** Returns the builds that files around a judged file describe by keys; always the same ones for one folder of one project. */
    DeclaredBuilds declaredAround(ProjectFile file) {
        return declaredBuilds.computeIfAbsent(file.path().parent(), folder -> DeclaredBuilds.of(this, file));
    }

    /** Returns the stages around that start from what a Dockerfile builds; always the same ones while the knowledge is the same object. */
    List<DerivedImages.Derived> derivedFrom(ProjectFile file, Images images) {
        List<DerivedImages.Derived> known = derived.get(file);
        if (known == null) {
            known = DerivedImages.find(this, file, images);
            derived.put(file, known);
        }
        return known;
    }

    /**
     * Returns what a Dockerfile builds. An argument that chooses the image counts as unknown where the files around it pass values
     * that choose one of another kind; always the same answer while the knowledge is the same object.
     */
    public Build build(ProjectFile file, Images images) {
        return file.build(images).baseArguments().isEmpty()
                ? file.build(images)
                : builds.computeIfAbsent(file, each -> PassedBases.build(this, each, images));
    }

    /** Returns the files around those of the project, and its own, as they are once the project is written. */
    public Workspace workspace() {
        return workspace;
    }

    /** Returns the files that were replaced or added since the project was read. */
    public List<ProjectFile> changes() {
        return List.copyOf(changes.values());
    }

    /** Returns whether a file was added since the project was read, so that nobody has seen it yet. */
    public boolean isMade(ProjectPath path) {
        return changes.containsKey(path) && original.isKnown() && original.kind(path) == Workspace.Kind.ABSENT;
    }

    /**
     * Returns a memory of what took long to find out, made when first asked for. All states of a project share it, so it has to
     * know itself which state an answer is true for.
     */
    public <T> T memory(Class<T> type, Supplier<T> make) {
        return type.cast(memories.computeIfAbsent(type, each -> make.get()));
    }

    /** Returns the part of this project whose files hold to a condition; this project if all of them do. */
    public Project only(Predicate<ProjectFile> condition) {
        List<ProjectFile> kept = files.values().stream().filter(condition).toList();
        return kept.size() == files.size() ? this : new Project(kept, original, changes, surroundings, memories);
    }

    /** Returns this project with some files replaced or added. */
    public Project with(Collection<ProjectFile> changed) {
        Map<ProjectPath, ProjectFile> merged = new LinkedHashMap<>(files);
        Map<ProjectPath, ProjectFile> since = new LinkedHashMap<>(changes);
        for (ProjectFile file : changed) {
            if (merged.put(file.path(), file) != file) {
                since.put(file.path(), file);
            }
        }
        return new Project(merged.values(), original, since, surroundings, memories);
    }
}

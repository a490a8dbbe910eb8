package dev.drydock.edit;

import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edits of several rewrites over the files of one project. A rewrite is taken in every file, or in none. */
public final class ProjectEdits {
    private final Project project;
    private final Map<ProjectPath, EditSet> sets;
    private final Map<ProjectPath, FileChange.Creation> creations;

    private ProjectEdits(
            Project project, Map<ProjectPath, EditSet> sets, Map<ProjectPath, FileChange.Creation> creations) {
        this.project = project;
        this.sets = sets;
        this.creations = creations;
    }

    /** Returns a set without edits. */
    public static ProjectEdits empty(Project project) {
        return new ProjectEdits(project, Map.of(), Map.of());
    }

    /** The answer to {@link #plus}. */
    public sealed interface Addition {
        /** The larger set. */
        record Added(ProjectEdits edits) implements Addition {}

        /** Another rewrite stands in the way: it can be tried again after that one is applied. */
        record Conflict(ProjectPath path, String reason) implements Addition {}

        /** The rewrite can never be made on this project. */
        record Impossible(ProjectPath path, String reason) implements Addition {}
    }

    /** Returns this set with all changes of {@code rewrite}, or what prevents one of them. */
    public Addition plus(Rewrite rewrite) {
        Map<ProjectPath, EditSet> newSets = new LinkedHashMap<>(sets);
        Map<ProjectPath, FileChange.Creation> newCreations = new LinkedHashMap<>(creations);
        for (FileChange change : rewrite.changes()) {
            Optional<Addition> refusal = change instanceof FileChange.Edits edits
                    ? addEdits(edits, newSets)
                    : addCreation((FileChange.Creation) change, newCreations);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return new Addition.Added(new ProjectEdits(project, newSets, newCreations));
    }

    private Optional<Addition> addEdits(FileChange.Edits change, Map<ProjectPath, EditSet> newSets) {
        Optional<ProjectFile> file = project.file(change.path());
        if (file.isEmpty()) {
            return Optional.of(new Addition.Impossible(change.path(), "edits a file that is not part of the project"));
        }
        EditSet set =
                newSets.getOrDefault(change.path(), EditSet.empty(file.get().source()));
        int length = set.source().length();
        if (change.edits().stream().anyMatch(edit -> edit.range().end() > length)) {
            return Optional.of(new Addition.Impossible(change.path(), "edits a range outside the file"));
        }
        EditSet.Addition addition = set.plus(change);
        if (addition instanceof EditSet.Addition.Added added) {
            newSets.put(change.path(), added.set());
            return Optional.empty();
        }
        EditSet.Addition.Conflict conflict = (EditSet.Addition.Conflict) addition;
        return Optional.of(
                new Addition.Conflict(change.path(), "edit " + conflict.edit().range() + " meets " + conflict.with()));
    }

    private Optional<Addition> addCreation(
            FileChange.Creation creation, Map<ProjectPath, FileChange.Creation> newCreations) {
        ProjectPath path = creation.path();
        boolean exists = project.file(path).isPresent() || project.workspace().kind(path) != Workspace.Kind.ABSENT;
        if (exists || path.equals(ProjectPath.ROOT)) {
            return Optional.of(new Addition.Impossible(path, "creates a file that is there already"));
        }
        FileChange.Creation other = newCreations.putIfAbsent(path, creation);
        if (other != null && !other.equals(creation)) {
            return Optional.of(new Addition.Conflict(path, "two rewrites create it with different content"));
        }
        return Optional.empty();
    }

    public boolean isEmpty() {
        return creations.isEmpty() && sets.values().stream().allMatch(EditSet::isEmpty);
    }

    /** Returns the edits of one file; an empty set for a file without any. */
    public EditSet of(ProjectFile file) {
        return sets.getOrDefault(file.path(), EditSet.empty(file.source()));
    }

    /** Returns the edits of each file that has any, in the order in which the files were first edited. */
    public Map<ProjectPath, EditSet> sets() {
        return Map.copyOf(sets);
    }

    /** Returns the files that are created. */
    public List<FileChange.Creation> creations() {
        return List.copyOf(creations.values());
    }

    /** Returns the project before the edits. */
    public Project project() {
        return project;
    }

    /** Returns the project with all edits made. Files without an edit are the same objects, trees included. */
    public Project apply() {
        List<ProjectFile> changed = new ArrayList<>();
        sets.forEach((path, set) -> {
            if (!set.isEmpty()) {
                ProjectFile file = project.file(path).orElseThrow();
                changed.add(file.with(SourceText.of(set.apply())));
            }
        });
        for (FileChange.Creation creation : creations.values()) {
            FileKind kind = FileKind.of(creation.path()).orElse(FileKind.OTHER);
            changed.add(new ProjectFile(creation.path(), kind, SourceText.of(creation.content())));
        }
        return project.with(changed);
    }
}

package dev.drydock.edit;

import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gathers rewrites of one project that can be made at once. A rewrite is taken in every file, or in none. */
public final class RewriteCollector {
    private final Project project;
    private final Map<ProjectPath, EditCollector> edits = new LinkedHashMap<>();
    private final Map<ProjectPath, FileChange.Creation> creations = new LinkedHashMap<>();

    public RewriteCollector(Project project) {
        this.project = project;
    }

    /** Why a rewrite was not taken. */
    public sealed interface Refusal {
        /** Another rewrite stands in the way: it can be tried again after that one is applied. */
        record Conflict(ProjectPath path, String reason) implements Refusal {}

        /** The rewrite can never be made on this project. */
        record Impossible(ProjectPath path, String reason) implements Refusal {}
    }

    /** Takes all changes of a rewrite, or returns what prevents one of them; then nothing is taken. */
    public Optional<Refusal> add(Rewrite rewrite) {
        for (FileChange change : rewrite.changes()) {
            Optional<Refusal> refusal =
                    change instanceof FileChange.Edits some ? refusal(some) : refusal((FileChange.Creation) change);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        for (FileChange change : rewrite.changes()) {
            if (change instanceof FileChange.Edits some) {
                collector(some).add(some);
            } else {
                creations.put(change.path(), (FileChange.Creation) change);
            }
        }
        return Optional.empty();
    }

    private EditCollector collector(FileChange.Edits change) {
        return edits.computeIfAbsent(
                change.path(),
                path -> new EditCollector(project.file(path).orElseThrow().source()));
    }

    private Optional<Refusal> refusal(FileChange.Edits change) {
        Optional<ProjectFile> file = project.file(change.path());
        if (file.isEmpty()) {
            return Optional.of(new Refusal.Impossible(change.path(), "edits a file that is not part of the project"));
        }
        int length = file.get().source().length();
        if (change.edits().stream().anyMatch(edit -> edit.range().end() > length)) {
            return Optional.of(new Refusal.Impossible(change.path(), "edits a range outside the file"));
        }
        return collector(change)
                .conflict(change)
                .map(conflict -> new Refusal.Conflict(
                        change.path(), "edit " + conflict.edit().range() + " meets " + conflict.with()));
    }

    private Optional<Refusal> refusal(FileChange.Creation creation) {
        ProjectPath path = creation.path();
        boolean exists = project.file(path).isPresent() || project.workspace().kind(path) != Workspace.Kind.ABSENT;
        if (exists || path.equals(ProjectPath.ROOT)) {
            return Optional.of(new Refusal.Impossible(path, "creates a file that is there already"));
        }
        FileChange.Creation other = creations.get(path);
        return other == null || other.equals(creation)
                ? Optional.empty()
                : Optional.of(new Refusal.Conflict(path, "two rewrites create it with different content"));
    }

    /** Returns what has been gathered so far. */
    public ProjectEdits edits() {
        Map<ProjectPath, EditSet> sets = new LinkedHashMap<>();
        edits.forEach((path, collector) -> sets.put(path, collector.set()));
        return new ProjectEdits(project, sets, new LinkedHashMap<>(creations));
    }
}

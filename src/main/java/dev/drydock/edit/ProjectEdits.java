package dev.drydock.edit;

import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The edits of several rewrites over the files of one project, as {@link RewriteCollector} gathers them. */
public final class ProjectEdits {
    private final Project project;
    private final Map<ProjectPath, EditSet> sets;
    private final Map<ProjectPath, FileChange.Creation> creations;

    ProjectEdits(Project project, Map<ProjectPath, EditSet> sets, Map<ProjectPath, FileChange.Creation> creations) {
        this.project = project;
        this.sets = sets;
        this.creations = creations;
    }

    /** Returns a set without edits. */
    public static ProjectEdits empty(Project project) {
        return new ProjectEdits(project, Map.of(), Map.of());
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

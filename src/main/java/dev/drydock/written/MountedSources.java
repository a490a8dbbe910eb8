package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of the project that are mounted into a container, those of folders included.
 *
 * @param files with their places in the container
 * @param isComplete whether no limit was reached
 */
record MountedSources(Map<ProjectPath, String> files, boolean isComplete) {
    private static final int MOST_FILES = 1_000;
    private static final int DEEPEST = 8;

    static MountedSources of(Workspace workspace, Writers writers, Map<String, ProjectPath> places) {
        Map<ProjectPath, String> files = new LinkedHashMap<>();
        boolean complete = true;
        for (Map.Entry<String, ProjectPath> place : places.entrySet()) {
            complete &= take(workspace, writers, place.getValue(), place.getKey(), 0, files);
        }
        return new MountedSources(files, complete);
    }

    /** Returns whether all could be taken. */
    private static boolean take(
            Workspace workspace,
            Writers writers,
            ProjectPath path,
            String place,
            int depth,
            Map<ProjectPath, String> files) {
        if (workspace.kind(path) == Workspace.Kind.FILE) {
            boolean room = files.size() < MOST_FILES;
            if (room && !writers.isBuildFile(path.fileName())) {
                files.putIfAbsent(path, place);
            }
            return room;
        }
        if (workspace.kind(path) != Workspace.Kind.FOLDER || writers.isBuildFolder(path.fileName())) {
            return true;
        }
        if (depth > DEEPEST) {
            return false;
        }
        boolean complete = true;
        for (ProjectPath child : workspace.list(path)) {
            String below = ContainerPath.normalise(place + "/" + child.fileName());
            complete &= take(workspace, writers, child, below, depth + 1, files);
        }
        return complete;
    }
}

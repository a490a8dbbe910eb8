package dev.drydock.transform.builtin.files;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files and folders below one folder, looked at once and up to a limit. Folders that tools fill are named, but not
 * entered.
 *
 * @param root the folder
 * @param files everything but folders
 * @param folders every folder but the root
 */
record ContextFiles(ProjectPath root, List<ProjectPath> files, List<ProjectPath> folders) {
    private static final int LIMIT = 4_000;
    private static final Set<String> FILLED_BY_TOOLS =
            Set.of(".git", ".hg", ".svn", "node_modules", "vendor", ".venv", "venv", "target", "__pycache__");

    ContextFiles {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }

    /** Returns what lies below the folder, or empty if that is more than one looks through for one build. */
    static Optional<ContextFiles> of(Workspace workspace, ProjectPath root) {
        List<ProjectPath> files = new ArrayList<>();
        List<ProjectPath> folders = new ArrayList<>();
        Deque<ProjectPath> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            List<ProjectPath> children = workspace.list(open.removeFirst());
            if (files.size() + folders.size() + children.size() > LIMIT) {
                return Optional.empty();
            }
            for (ProjectPath child : children) {
                if (workspace.kind(child) != Workspace.Kind.FOLDER) {
                    files.add(child);
                    continue;
                }
                folders.add(child);
                if (!FILLED_BY_TOOLS.contains(child.fileName())) {
                    open.addLast(child);
                }
            }
        }
        return Optional.of(new ContextFiles(root, files, folders));
    }

    /** Returns the name of a path as a pattern of an ignore file sees it; empty for the root itself. */
    String relative(ProjectPath path) {
        if (root.value().isEmpty()) {
            return path.value();
        }
        if (!path.isWithin(root)) {
            throw new IllegalArgumentException("not in the build context");
        }
        return path.equals(root) ? "" : path.value().substring(root.value().length() + 1);
    }

    /** Returns whether something directly in the root has a name that starts like this. */
    boolean hasAtRoot(String prefix) {
        return files.stream().anyMatch(path -> isAtRoot(path, prefix))
                || folders.stream().anyMatch(path -> isAtRoot(path, prefix));
    }

    private boolean isAtRoot(ProjectPath path, String prefix) {
        return path.parent().equals(root) && path.fileName().startsWith(prefix);
    }

    /** Returns whether a file directly in the root has exactly this name. */
    boolean hasFile(String name) {
        return files.stream()
                .anyMatch(path -> path.parent().equals(root) && path.fileName().equals(name));
    }
}

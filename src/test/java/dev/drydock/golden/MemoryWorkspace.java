package dev.drydock.golden;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A workspace of files in memory; all files that are not listed are known to be absent. */
public final class MemoryWorkspace implements Workspace {
    private final Map<ProjectPath, byte[]> files;

    public MemoryWorkspace(Map<ProjectPath, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public Kind kind(ProjectPath path) {
        if (files.containsKey(path)) {
            return Kind.FILE;
        }
        boolean folder = files.keySet().stream().anyMatch(file -> file.isWithin(path));
        return folder || path.equals(ProjectPath.ROOT) ? Kind.FOLDER : Kind.ABSENT;
    }

    @Override
    public Optional<byte[]> read(ProjectPath path, int limit) {
        return Optional.ofNullable(files.get(path)).filter(bytes -> bytes.length <= limit);
    }

    @Override
    public boolean isReadableByAll(ProjectPath path) {
        return true;
    }

    /** A case holds what a clone has. */
    @Override
    public boolean isCloned(ProjectPath path) {
        return true;
    }

    @Override
    public List<ProjectPath> list(ProjectPath folder) {
        TreeSet<ProjectPath> children = new TreeSet<>();
        for (ProjectPath file : files.keySet()) {
            if (!file.equals(folder) && file.isWithin(folder)) {
                ProjectPath child = file;
                while (!child.parent().equals(folder)) {
                    child = child.parent();
                }
                children.add(child);
            }
        }
        return List.copyOf(children);
    }
}

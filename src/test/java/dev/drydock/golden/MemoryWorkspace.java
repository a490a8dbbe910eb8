package dev.drydock.golden;

import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A workspace of files in memory; all files that are not listed are known to be absent. */
public class MemoryWorkspace implements Workspace {
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

    /** Without a repository the ignore file at the root decides; a line without a slash is tried on the bare name too. */
    @Override
    public boolean isCloned(ProjectPath path) {
        return Optional.ofNullable(files.get(ProjectPath.of(".gitignore")))
                .flatMap(bytes -> IgnorePatterns.parse(new String(bytes, StandardCharsets.UTF_8)))
                .map(patterns -> !patterns.excludes(path.value()) && !patterns.excludes(path.fileName()))
                .orElse(true);
    }

    @Override
    public boolean isReadableByAll(ProjectPath path) {
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

package dev.drydock.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A workspace as it will be once some files are written. A rule that looks around sees what the next run would see, so
 * that the next run has nothing to add.
 */
final class WorkspaceWithChanges implements Workspace {
    private final Workspace before;
    private final Map<ProjectPath, ProjectFile> changed;
    private final Map<ProjectPath, Set<ProjectPath>> children = new HashMap<>();

    WorkspaceWithChanges(Workspace before, Map<ProjectPath, ProjectFile> changed) {
        this.before = Objects.requireNonNull(before);
        this.changed = Map.copyOf(changed);
        for (ProjectPath path : changed.keySet()) {
            for (ProjectPath each = path; !each.equals(ProjectPath.ROOT); each = each.parent()) {
                children.computeIfAbsent(each.parent(), folder -> new TreeSet<>())
                        .add(each);
            }
        }
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> make) {
        return before.shared(type, make);
    }

    @Override
    public boolean isKnown() {
        return before.isKnown();
    }

    @Override
    public Kind kind(ProjectPath path) {
        if (changed.containsKey(path)) {
            return Kind.FILE;
        }
        return children.containsKey(path) ? Kind.FOLDER : before.kind(path);
    }

    @Override
    public Optional<byte[]> read(ProjectPath path, int limit) {
        ProjectFile file = changed.get(path);
        return file == null
                ? before.read(path, limit)
                : Optional.of(file.source().encode()).filter(bytes -> bytes.length <= limit);
    }

    /** Folders are made for files that hold secrets only, and for nobody but their owner. */
    @Override
    public boolean isReadableByAll(ProjectPath path) {
        boolean made = children.containsKey(path) && before.kind(path) == Kind.ABSENT;
        return !made && before.isReadableByAll(path);
    }

    @Override
    public boolean isCloned(ProjectPath path) {
        return before.kind(path) == Kind.ABSENT || before.isCloned(path);
    }

    @Override
    public boolean isTracked(ProjectPath path) {
        return before.isTracked(path);
    }

    @Override
    public boolean isLink(ProjectPath path) {
        return before.isLink(path);
    }

    @Override
    public boolean isJudged(ProjectPath path) {
        return before.isJudged(path);
    }

    @Override
    public List<ProjectPath> list(ProjectPath folder) {
        Set<ProjectPath> created = children.getOrDefault(folder, Set.of());
        List<ProjectPath> there = before.list(folder);
        if (created.isEmpty()) {
            return there;
        }
        Set<ProjectPath> all = new TreeSet<>(there);
        all.addAll(created);
        return List.copyOf(all);
    }
}

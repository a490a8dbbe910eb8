package dev.drydock.cli;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A workspace whose directories are listed once: every project of a run looks through the same ones. Safe for use by several
 * threads.
 */
final class LookedAt implements Workspace {
    /** More are looked at again each time, so that a huge tree does not fill the memory. */
    private static final int MOST = 200_000;

    private final Workspace origin;
    private final Map<ProjectPath, List<ProjectPath>> lists = new ConcurrentHashMap<>();
    private final Map<ProjectPath, Kind> kinds = new ConcurrentHashMap<>();

    LookedAt(Workspace origin) {
        this.origin = origin;
    }

    @Override
    public boolean isKnown() {
        return origin.isKnown();
    }

    @Override
    public Kind kind(ProjectPath path) {
        return kinds.size() < MOST ? kinds.computeIfAbsent(path, origin::kind) : origin.kind(path);
    }

    @Override
    public List<ProjectPath> list(ProjectPath folder) {
        return lists.size() < MOST ? lists.computeIfAbsent(folder, origin::list) : origin.list(folder);
    }

    @Override
    public Optional<byte[]> read(ProjectPath path, int limit) {
        return origin.read(path, limit);
    }

    @Override
    public boolean isReadableByAll(ProjectPath path) {
        return origin.isReadableByAll(path);
    }

    @Override
    public boolean isCloned(ProjectPath path) {
        return origin.isCloned(path);
    }

    @Override
    public boolean isTracked(ProjectPath path) {
        return origin.isTracked(path);
    }

    @Override
    public boolean isLink(ProjectPath path) {
        return origin.isLink(path);
    }
}

package dev.drydock.cli;

import dev.drydock.discovery.DirectoryWorkspace;
import dev.drydock.engine.Engine;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The files of one run, as they were when it began. Projects are judged while others are written already; each of them
 * looks around in the same state, so that a run gives the same whatever the number of jobs, and {@code diff} what
 * {@code fix} writes. Safe for use by several threads.
 */
final class RunFiles {
    /** What was at a place before this run wrote there; empty: nothing. */
    private final Map<Path, Optional<byte[]>> replaced = new ConcurrentHashMap<>();

    /** Which files are judged, by which engine. Complete before the first project is judged. */
    private final Map<Path, Engine> judged = new HashMap<>();

    /** What all projects share, by folder and type. */
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    /** The folders as they are looked at, by root. */
    private final Map<Path, Workspace> looked = new ConcurrentHashMap<>();

    /** Remembers that an engine judges a file in this run. To be called before the first project is judged. */
    void willJudge(Path file, Engine engine) {
        judged.put(file.normalize(), engine);
    }

    /** Remembers what is at a place. To be called before it is written. */
    void willReplace(Path file, Optional<byte[]> before) {
        replaced.putIfAbsent(real(file), before.map(byte[]::clone));
        if (before.isEmpty()) {
            for (Path folder = file.getParent();
                    folder != null && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
                    folder = folder.getParent()) {
                replaced.putIfAbsent(real(folder), Optional.empty());
            }
        }
    }

    /** Returns the workspace of a folder as it was when the run began. */
    Workspace workspace(Path root) {
        return workspace(root, new SharedFiles(), Optional.empty());
    }

    /**
     * Returns the workspace of a folder as it was when the run began, with what the projects before have left in it.
     *
     * @param engine the one that asks
     */
    Workspace workspace(Path root, SharedFiles shared, Optional<Engine> engine) {
        Workspace now = looked.computeIfAbsent(root, each -> new LookedAt(DirectoryWorkspace.of(each)));
        return now.isKnown() ? new AtStart(now, root, shared, engine) : now;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null || path.getFileName() == null
                    ? path.toAbsolutePath().normalize()
                    : real(parent).resolve(path.getFileName());
        }
    }

    private final class AtStart implements Workspace {
        private final Workspace now;
        private final Path root;
        private final SharedFiles shared;
        private final Optional<Engine> engine;

        @Override
        public <T> T shared(Class<T> type, Supplier<T> make) {
            return type.cast(known.computeIfAbsent(root + " " + type.getName(), unused -> make.get()));
        }

        AtStart(Workspace now, Path root, SharedFiles shared, Optional<Engine> engine) {
            this.now = now;
            this.root = root;
            this.shared = shared;
            this.engine = engine;
        }

        /** Looks at the disk first: what is written meanwhile was remembered before. */
        private <T> T look(
                ProjectPath path, Supplier<T> disk, java.util.function.Function<Optional<byte[]>, T> before) {
            Optional<SourceFile> left = left(path);
            if (left.isPresent()) {
                return before.apply(Optional.of(left.get().bytes()));
            }
            T found = disk.get();
            if (replaced.isEmpty()) {
                return found;
            }
            Optional<byte[]> known = replaced(path);
            return known == null ? found : before.apply(known);
        }

        private Optional<SourceFile> left(ProjectPath path) {
            try {
                return shared.at(root.resolve(path.value()));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }

        /** Returns what was there, or null if nothing is known to have been written there. */
        private Optional<byte[]> replaced(ProjectPath path) {
            try {
                return replaced.get(real(root.resolve(path.value())));
            } catch (InvalidPathException e) {
                // The locale has no letters for it, so nobody wrote it.
                return null;
            }
        }

        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public Kind kind(ProjectPath path) {
            return look(path, () -> now.kind(path), before -> before.isPresent() ? Kind.FILE : Kind.ABSENT);
        }

        @Override
        public Optional<byte[]> read(ProjectPath path, int limit) {
            return look(
                    path,
                    () -> now.read(path, limit),
                    before -> before.filter(bytes -> bytes.length <= limit).map(byte[]::clone));
        }

        @Override
        public boolean isReadableByAll(ProjectPath path) {
            return now.isReadableByAll(path);
        }

        @Override
        public boolean isCloned(ProjectPath path) {
            return now.isCloned(path);
        }

        @Override
        public boolean isTracked(ProjectPath path) {
            return now.isTracked(path);
        }

        @Override
        public boolean isLink(ProjectPath path) {
            return now.isLink(path);
        }

        @Override
        public boolean isJudged(ProjectPath path) {
            try {
                return engine.filter(each ->
                                each == judged.get(root.resolve(path.value()).normalize()))
                        .isPresent();
            } catch (InvalidPathException e) {
                return false;
            }
        }

        @Override
        public List<ProjectPath> list(ProjectPath folder) {
            List<ProjectPath> there = now.list(folder);
            return replaced.isEmpty()
                    ? there
                    : there.stream()
                            .filter(path -> !Optional.empty().equals(replaced(path)))
                            .toList();
        }
    }
}

package dev.drydock.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that belong to several projects of a run, such as the ignore file of a folder, as the projects before have left
 * them. Projects come here one after the other, in their order. For one thread.
 */
final class SharedFiles {
    private final Map<Path, SourceFile> files = new HashMap<>();

    /** Returns the file as a project before has left it; empty if none has changed or created it. */
    Optional<SourceFile> at(Path file) {
        return Optional.ofNullable(files.get(file.normalize()));
    }

    boolean holdsAnyOf(Collection<Path> paths) {
        return paths.stream().anyMatch(path -> files.containsKey(path.normalize()));
    }

    void leave(Path file, SourceFile content) {
        files.put(file.normalize(), content);
    }
}

package dev.drydock.proposal;

import dev.drydock.git.HeadFiles;
import dev.drydock.lock.LockFile;
import dev.drydock.lock.LockFormatException;
import dev.drydock.lock.LockReader;
import dev.drydock.project.ProjectPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The lock files of a commit: the nearest one above a file holds. */
final class CommitLocks {
    private static final int SIZE_LIMIT = 10 << 20;

    private final HeadFiles files;
    private final Map<String, LockFile> byPath = new HashMap<>();

    CommitLocks(HeadFiles files) {
        this.files = files;
    }

    /** @throws IOException if there is one and it cannot be used; the message is one line with its place */
    LockFile of(ProjectPath file) throws IOException {
        ProjectPath folder = file;
        while (!folder.value().isEmpty()) {
            folder = folder.parent();
            Optional<ProjectPath> lock = folder.resolve(LockFile.FILE_NAME);
            if (lock.isPresent() && files.file(lock.get().value()).isPresent()) {
                return read(lock.get().value());
            }
        }
        return LockFile.empty();
    }

    private LockFile read(String path) throws IOException {
        LockFile known = byPath.get(path);
        if (known == null) {
            byte[] bytes = files.read(path, SIZE_LIMIT).orElseThrow(() -> new IOException(path + ": cannot be read"));
            try {
                known = LockReader.read(new String(bytes, StandardCharsets.UTF_8));
            } catch (LockFormatException e) {
                String message = path + ":" + e.line() + ":" + e.column() + ": " + e.getMessage();
                throw new BrokenFileException(path, e.line(), e.column(), e.getMessage(), message, e);
            }
            byPath.put(path, known);
        }
        return known;
    }
}

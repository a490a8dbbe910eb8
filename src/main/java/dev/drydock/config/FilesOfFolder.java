package dev.drydock.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** The files on this machine that lie in one folder, also when links are followed. */
record FilesOfFolder(Path folder) implements ConfigurationFiles {
    @Override
    public boolean isFile(Path file) {
        return DISK.isFile(file) && isInside(file);
    }

    @Override
    public byte[] read(Path file, int limit) throws IOException {
        if (!isInside(file)) {
            throw new AccessDeniedException(file.toString());
        }
        return DISK.read(file, limit);
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}

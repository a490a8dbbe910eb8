package dev.drydock.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where configurations are read from: the disk, or the files of a commit. */
public interface ConfigurationFiles {

    /** The files on this machine. */
    ConfigurationFiles DISK = new ConfigurationFiles() {
        @Override
        public boolean isFile(Path file) {
            return Files.isRegularFile(file);
        }

        @Override
        public byte[] read(Path file, int limit) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(limit);
            }
        }

        @Override
        public ConfigurationFiles within(Path folder) {
            return new FilesOfFolder(folder);
        }
    };

    /**
     * Returns those of these files that lie in a folder, links followed. What a repository says must not lead to the
     * files around it. Where there is nothing around, all of them.
     */
    default ConfigurationFiles within(Path folder) {
        return this;
    }

    /** Returns whether there is a regular file at this absolute path. */
    boolean isFile(Path file);

    /** Returns the bytes of the file, of a larger one at most {@code limit}. */
    byte[] read(Path file, int limit) throws IOException;
}

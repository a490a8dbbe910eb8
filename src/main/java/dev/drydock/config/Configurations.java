package dev.drydock.config;

import dev.drydock.discovery.ProjectRoots;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which configuration holds for a file: the nearest one upwards, up to the root of the Git work tree; else that of the
 * user. Each file is read once. For one thread.
 */
public final class Configurations {
    private final ConfigurationReader reader;
    private final Optional<Path> top;
    private final Path workingDirectory;
    private final Optional<Path> userFile;
    private final ConfigurationReader userReader;
    private final Map<Path, Optional<Path>> byFolder = new HashMap<>();
    private final Map<Path, Configuration> byFile = new HashMap<>();

    /**
     * Returns what is configured, read as it is asked for.
     *
     * @param workingDirectory what a configuration does not leave that is in no repository
     * @param userFile what holds where no folder above has a configuration; need not exist
     */
    public Configurations(ConfigurationReader reader, Path workingDirectory, Optional<Path> userFile) {
        this(reader, Optional.empty(), workingDirectory, reader, userFile);
    }

    private Configurations(
            ConfigurationReader reader,
            Optional<Path> top,
            Path workingDirectory,
            ConfigurationReader userReader,
            Optional<Path> userFile) {
        this.reader = reader;
        this.top = top;
        this.workingDirectory = workingDirectory;
        this.userReader = userReader;
        this.userFile = userFile.filter(Files::isRegularFile);
    }

    /**
     * Returns what is configured in a tree that is not on disk.
     *
     * @param reader reads the tree
     * @param top the outermost folder of the tree
     * @param userReader reads {@code userFile}
     */
    public static Configurations inTree(
            ConfigurationReader reader, Path top, ConfigurationReader userReader, Optional<Path> userFile) {
        return new Configurations(reader, Optional.of(top), top, userReader, userFile);
    }

    /**
     * Returns the configuration for files in {@code folder}, which is absolute.
     *
     * @throws ConfigurationException if there is one and it cannot be used
     */
    public Configuration of(Path folder) throws ConfigurationException {
        Optional<Path> near = nearest(folder);
        if (near.isPresent()) {
            return read(reader.within(fence(near.get())), near.get());
        }
        return userFile.isPresent() ? read(userReader, userFile.get()) : Configuration.NONE;
    }

    /** Returns the folder that a configuration beside sources must not leave: its repository, or else where we are. */
    private Path fence(Path file) {
        Path folder = file.getParent();
        for (Path each = folder; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return each;
            }
        }
        return folder.startsWith(workingDirectory) ? workingDirectory : folder;
    }

    private Configuration read(ConfigurationReader from, Path file) throws ConfigurationException {
        Configuration known = byFile.get(file);
        if (known == null) {
            known = from.read(file);
            byFile.put(file, known);
        }
        return known;
    }

    /**
     * Returns the configuration of the user.
     *
     * @throws ConfigurationException if there is one and it cannot be used
     */
    public Configuration ofUser() throws ConfigurationException {
        return userFile.isPresent() ? userReader.read(userFile.get()) : Configuration.NONE;
    }

    private Optional<Path> nearest(Path folder) {
        Optional<Path> known = byFolder.get(folder);
        if (known != null) {
            return known;
        }
        Optional<Path> found = ProjectRoots.CONFIGURATION_NAMES.stream()
                .map(folder::resolve)
                .filter(reader::isFile)
                .findFirst();
        if (found.isEmpty() && !isTop(folder)) {
            found = nearest(folder.getParent());
        }
        byFolder.put(folder, found);
        return found;
    }

    private boolean isTop(Path folder) {
        return folder.getParent() == null
                || (top.isPresent()
                        ? folder.equals(top.get())
                        : Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS));
    }
}

package dev.drydock.config;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which configuration holds for a file: the nearest one upwards, up to the root of the Git work tree; else that of the
 * user. Each file is read once. For one thread.
 */
public final class Configurations {
    private static final List<String> NAMES = List.of(".drydock.yaml", ".drydock.yml", "drydock.yaml", "drydock.yml");

    private final ConfigurationReader reader;
    private final Optional<Path> userFile;
    private final Map<Path, Optional<Path>> byFolder = new HashMap<>();
    private final Map<Path, Configuration> byFile = new HashMap<>();

    /**
     * Returns what is configured, read as it is asked for.
     *
     * @param userFile what holds where no folder above has a configuration; need not exist
     */
    public Configurations(ConfigurationReader reader, Optional<Path> userFile) {
        this.reader = reader;
        this.userFile = userFile.filter(Files::isRegularFile);
    }

    /**
     * Returns the configuration for files in {@code folder}, which is absolute.
     *
     * @throws ConfigurationException if there is one and it cannot be used
     */
    public Configuration of(Path folder) throws ConfigurationException {
        Optional<Path> file = nearest(folder).or(() -> userFile);
        if (file.isEmpty()) {
            return Configuration.NONE;
        }
        Configuration known = byFile.get(file.get());
        if (known == null) {
            known = reader.read(file.get());
            byFile.put(file.get(), known);
        }
        return known;
    }

    /**
     * Returns the configuration of the user.
     *
     * @throws ConfigurationException if there is one and it cannot be used
     */
    public Configuration ofUser() throws ConfigurationException {
        return userFile.isPresent() ? reader.read(userFile.get()) : Configuration.NONE;
    }

    private Optional<Path> nearest(Path folder) {
        Optional<Path> known = byFolder.get(folder);
        if (known != null) {
            return known;
        }
        Optional<Path> found =
                NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
        boolean isTop = folder.getParent() == null || Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
        if (found.isEmpty() && !isTop) {
            found = nearest(folder.getParent());
        }
        byFolder.put(folder, found);
        return found;
    }
}

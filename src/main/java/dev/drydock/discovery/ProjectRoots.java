package dev.drydock.discovery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the project of a file starts. What belongs to a file is looked for below this folder, whatever was named on the
 * command line.
 */
public final class ProjectRoots {
    /** The names of the configuration, in the order in which they are looked for. */
    public static final List<String> CONFIGURATION_NAMES =
            List.of(".drydock.yaml", ".drydock.yml", "drydock.yaml", "drydock.yml");

    private ProjectRoots() {}

    /** Returns the root of the Git work tree, else the folder of the nearest configuration, else {@code folder}. */
    public static Path of(Path folder) {
        return GitRoots.above(folder).or(() -> configured(folder)).orElse(folder);
    }

    private static Optional<Path> configured(Path folder) {
        for (Path current = folder; current != null; current = current.getParent()) {
            if (CONFIGURATION_NAMES.stream().map(current::resolve).anyMatch(Files::isRegularFile)) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }
}

package dev.drydock.compose;

import dev.drydock.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * Other compose files that a file includes: {@code - path}, or the long form.
 *
 * @param paths the scalars that name files, relative to this one
 * @param projectDirectory the directory from which their paths count and whose {@code .env} they read, if the long form says one;
 *     otherwise that of the first of them
 * @param namesValues whether the long form says from which files they read values
 */
public record Include(List<YamlScalar> paths, Optional<String> projectDirectory, boolean namesValues) {
    public Include {
        paths = List.copyOf(paths);
    }
}

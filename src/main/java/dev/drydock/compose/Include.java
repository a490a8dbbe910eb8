package dev.drydock.compose;

import dev.drydock.yaml.YamlScalar;
import java.util.List;

/**
 * Other compose files that a file includes: {@code - path}, or the long form.
 *
 * @param paths the scalars that name files, relative to this one
 */
public record Include(List<YamlScalar> paths) {
    public Include {
        paths = List.copyOf(paths);
    }
}

package dev.drydock.config;

import dev.drydock.edit.Safety;
import dev.drydock.transform.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a project says about how it wants to be repaired.
 *
 * @param safety the weakest promise that is written
 * @param select ids, codes or families that run; empty means all
 * @param extendSelect ids, codes or families that run as well
 * @param ignore ids, codes or families that do not run
 * @param excludes files that are not judged
 * @param include what is left by default and is judged
 * @param levels the level of all rewrites of a transform, by id, instead of the one that it claims
 * @param options of single transforms, by id
 * @param registry how image registries are reached
 * @param requests how branches and pull requests are made
 * @param prove how the project is built and started when it is tried
 */
public record Configuration(
        Optional<Safety> safety,
        List<String> select,
        List<String> extendSelect,
        List<String> ignore,
        List<Exclude> excludes,
        Set<Included> include,
        Map<String, Safety> levels,
        Map<String, Options> options,
        RegistrySettings registry,
        RequestSettings requests,
        ProveSettings prove) {

    /** Nothing is configured. */
    public static final Configuration NONE = new Configuration(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Map.of(),
            Map.of(),
            RegistrySettings.NONE,
            RequestSettings.NONE,
            ProveSettings.NONE);

    /**
     * Patterns in gitignore syntax.
     *
     * @param folder what they are relative to, absolute
     */
    public record Exclude(Path folder, List<String> patterns) {
        public Exclude {
            Objects.requireNonNull(folder);
            patterns = List.copyOf(patterns);
        }
    }

    public Configuration {
        Objects.requireNonNull(safety);
        select = List.copyOf(select);
        extendSelect = List.copyOf(extendSelect);
        ignore = List.copyOf(ignore);
        excludes = List.copyOf(excludes);
        include = Set.copyOf(include);
        levels = Map.copyOf(levels);
        options = Map.copyOf(options);
        Objects.requireNonNull(registry);
        Objects.requireNonNull(requests);
        Objects.requireNonNull(prove);
    }

    /**
     * Returns this configuration on top of the one that it extends: what is set here holds, lists of selected
     * transforms are replaced, other lists and maps are joined.
     */
    Configuration over(Configuration base) {
        return new Configuration(
                safety.or(base::safety),
                select.isEmpty() ? base.select : select,
                joined(base.extendSelect, extendSelect),
                joined(base.ignore, ignore),
                joined(base.excludes, excludes),
                Set.copyOf(joined(List.copyOf(base.include), List.copyOf(include))),
                merged(base.levels, levels),
                merged(base.options, options),
                registry.over(base.registry),
                requests.over(base.requests),
                prove.over(base.prove));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private static <T> Map<String, T> merged(Map<String, T> first, Map<String, T> second) {
        Map<String, T> merged = new HashMap<>(first);
        merged.putAll(second);
        return merged;
    }
}

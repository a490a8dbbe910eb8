package dev.drydock.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys at the top of a configuration. The published schema lists the same ones. */
enum ConfigurationKey {
    /** Another configuration whose settings hold where this one has none; relative to this file. */
    EXTENDS,
    /** The weakest promise that is written. */
    SAFETY,
    /** Ids, codes or families that run, instead of all. */
    SELECT,
    /** Ids, codes or families that run as well. */
    EXTEND_SELECT,
    /** Ids, codes or families that do not run. */
    IGNORE,
    /** Patterns in gitignore syntax, relative to the folder of this file. */
    EXCLUDE,
    /** What is left by default and is to be judged: generated files, test fixtures. */
    INCLUDE,
    /** The level and the options of single transforms, by id. */
    TRANSFORMS,
    /** How image registries are reached; not taken from a file that comes with the sources. */
    REGISTRY,
    /** How branches and pull requests are made. */
    PR,
    /** How the project is built and started when it is tried. */
    PROVE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ConfigurationKey> of(String label) {
        return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(ConfigurationKey::label).toList();
    }
}

package dev.drydock.discovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Directories that a package manager fills with the files of other projects. They are not entered: a fix in them is lost with the
 * next update, and some package managers compare what lies there with what they wrote.
 */
final class VendoredFiles {
    /** Names that nobody uses for anything else. */
    private static final Set<String> NAMES = Set.of("bower_components", "jspm_packages", "site-packages", "elm-stuff");

    /** What a package manager writes into its directory: Go, Composer, Bundler, Cargo. */
    private static final Map<String, List<String>> MARKS = Map.of(
            "vendor", List.of("modules.txt", "autoload.php", "composer/installed.json"),
            "bundle", List.of("ruby"));

    private VendoredFiles() {}

    /**
     * Returns whether a directory holds the files of other projects.
     *
     * @param name the name of the directory
     * @param holds tells whether there is something at a path below it
     */
    static boolean are(String name, Predicate<String> holds) {
        return NAMES.contains(name)
                || MARKS.getOrDefault(name, List.of()).stream().anyMatch(holds);
    }
}

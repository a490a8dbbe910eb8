package dev.drydock.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Directories whose files are input of tests. What stands in them is often wrong on purpose, and a test compares it, so
 * that a fix breaks the test and helps nobody.
 *
 * <p>Only names that mean nothing else count: {@code test/} alone may hold the files that a project runs its tests with.
 */
final class TestFixtures {
    /** Names that are used for nothing else. */
    private static final Set<String> NAMES = Set.of(
            "testdata",
            "test-data",
            "test_data",
            "fixtures",
            "__fixtures__",
            "test-fixtures",
            "test_fixtures",
            "testfixtures",
            "golden",
            "goldens",
            "__snapshots__",
            "testfiles",
            "test-files",
            "test_files",
            "testfiles-negative");

    /** Directories of tests, in which the names of {@link #DATA} mean input. */
    private static final Set<String> TESTS =
            Set.of("test", "tests", "__tests__", "spec", "integration", "integration-tests", "e2e");

    private static final Set<String> DATA =
            Set.of("data", "fixture", "cases", "testcases", "expected", "snapshots", "inputs", "samples", "resources");

    /** How builders name the directories with the files that their tests build. */
    private static final String DOCKERFILES = "dockerfiles";

    private TestFixtures() {}

    /**
     * Returns how many of the directories of a path lead to the one that holds fixtures; empty if none does.
     *
     * @param directories names from the directory that is searched down to that of the file
     */
    static Optional<Integer> depth(List<String> directories) {
        for (int i = 0; i < directories.size(); i++) {
            String name = directories.get(i).toLowerCase(Locale.ROOT);
            boolean below = i > 0 && TESTS.contains(directories.get(i - 1).toLowerCase(Locale.ROOT));
            boolean built = below
                    && directories.get(i - 1).toLowerCase(Locale.ROOT).startsWith("integration")
                    && name.startsWith(DOCKERFILES);
            if (NAMES.contains(name) || (below && DATA.contains(name)) || built) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}

package dev.drydock.golden;

import dev.drydock.project.ProjectPath;
import dev.drydock.report.UnifiedDiff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of golden files. {@code -Dgolden=update} rewrites what differs; {@code -Dgolden.only=GLOB} takes only the
 * cases whose path below {@code golden/} matches.
 */
public final class GoldenFiles {
    static final Path ROOT = Path.of("golden");

    private GoldenFiles() {}

    /** Returns whether golden files are rewritten; refused where nobody would look at the result. */
    public static boolean isUpdate() {
        boolean update = "update".equals(System.getProperty("golden"));
        if (update && System.getenv("CI") != null) {
            throw new IllegalStateException("golden files are not updated when the variable CI is set");
        }
        return update;
    }

    /** Returns the folders directly below {@code folder}, sorted by name; none if there is no such folder. */
    static List<Path> folders(Path folder) {
        return list(folder).stream().filter(Files::isDirectory).toList();
    }

    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all regular files below a folder, sorted. */
    static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a case is to be run. */
    public static boolean isSelected(Path caseFolder) {
        String glob = System.getProperty("golden.only", "");
        if (glob.isEmpty()) {
            return true;
        }
        Path relative = ROOT.relativize(caseFolder);
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(relative);
    }

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> readIfThere(Path file) {
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Compares a golden file with what came out, or, when updating, makes it so. Empty means: no such file. */
    static void check(Path file, Optional<String> actual) {
        Optional<String> expected = readIfThere(file);
        if (expected.equals(actual)) {
            return;
        }
        if (isUpdate()) {
            write(file, actual);
            return;
        }
        String path = file.toString().replace('\\', '/');
        String difference = actual.map(text -> UnifiedDiff.of(ProjectPath.of(path), expected, text))
                .orElse(path + " is there, and should not be");
        throw new AssertionError(path + " differs from what came out:\n" + difference + "\n" + updateCommand(file));
    }

    static void write(Path file, Optional<String> text) {
        try {
            if (text.isPresent()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, text.get().getBytes(StandardCharsets.UTF_8));
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String updateCommand(Path file) {
        if (!file.startsWith(ROOT) || file.getNameCount() < 3) {
            return "If this is right: mvn test -Dgolden=update";
        }
        Path relative = ROOT.relativize(file);
        int depth = relative.startsWith("transforms") ? 3 : 2;
        Path folder = relative.subpath(0, Math.min(depth, relative.getNameCount() - 1));
        return "If this is right: mvn test -Dgolden=update -Dgolden.only='"
                + folder.toString().replace('\\', '/') + "'";
    }
}

package dev.drydock.transform.builtin;

import dev.drydock.knowledge.Secrets;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Libraries and tools of an application that read {@code .env} by themselves, without that any line names the file. */
public final class EnvFileLibraries {
    private static final int LARGEST = 1 << 18;

    private EnvFileLibraries() {}

    /**
     * Returns the first library that a manifest names, and the place: {@code dotenv in package.json:5}; empty if there is none.
     *
     * @param folder that of the manifest
     */
    public static Optional<String> in(Workspace workspace, ProjectPath folder, Secrets secrets) {
        for (Map.Entry<String, List<String>> manifest : secrets.envFileReaders().entrySet()) {
            Optional<String> found = folder.resolve(manifest.getKey())
                    .flatMap(path -> workspace
                            .read(path, LARGEST)
                            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                            .flatMap(text -> place(path, text, manifest.getValue())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> place(ProjectPath path, String text, List<String> libraries) {
        int number = 1;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); number++) {
            String line = lines.next();
            for (String library : libraries) {
                if (names(line, library)) {
                    return Optional.of(library + " in " + path + ":" + number);
                }
            }
        }
        return Optional.empty();
    }

    /** {@code next} is not {@code next-auth}. */
    private static boolean names(String line, String library) {
        for (int at = line.indexOf(library); at >= 0; at = line.indexOf(library, at + 1)) {
            int end = at + library.length();
            boolean before = at > 0 && isPart(line.charAt(at - 1));
            if (!before && (end == line.length() || !isPart(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || "_-./@".indexOf(c) >= 0;
    }
}

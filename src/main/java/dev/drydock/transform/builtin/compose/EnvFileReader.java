package dev.drydock.transform.builtin.compose;

import dev.drydock.knowledge.Secrets;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.builtin.CodeMentions;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who else reads {@code .env}: a library of the application takes its variables from there where it runs without a container, and
 * would get values that are meant for one.
 */
final class EnvFileReader {
    private static final int LARGEST = 1 << 18;

    private final Project project;
    private final ProjectPath folder;
    private final Secrets secrets;

    /** @param folder that of the file of values */
    EnvFileReader(Project project, ProjectPath folder, Secrets secrets) {
        this.project = project;
        this.folder = folder;
        this.secrets = secrets;
    }

    /** Returns what has to be so if one of the variables may be in the file, as a sentence; empty if nobody else reads it. */
    Optional<String> assumption(Collection<String> variables) {
        CodeMentions code = new CodeMentions(project.workspace(), Optional.of(folder));
        return library()
                .flatMap(library -> variables.stream()
                        .flatMap(name -> code.of(name).stream()
                                .map(path -> "Nothing outside of containers takes " + name + " from .env, although "
                                        + library + " reads that file, and " + path + " names the variable."))
                        .findFirst());
    }

    /** Returns the first library that a manifest beside the file names, and the place. */
    private Optional<String> library() {
        for (Map.Entry<String, List<String>> manifest : secrets.envFileReaders().entrySet()) {
            Optional<String> found = folder.resolve(manifest.getKey())
                    .flatMap(path -> project.workspace()
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

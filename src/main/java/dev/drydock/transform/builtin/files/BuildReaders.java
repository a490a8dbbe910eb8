package dev.drydock.transform.builtin.files;

import dev.drydock.knowledge.WorkingTrees;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the context that a build or a start reads to know what to do: those that its commands name, such as a script, those
 * that its programs look for, such as a Makefile, and those that these name in turn. What they name is read as well.
 */
final class BuildReaders {
    private static final int LARGEST = 1 << 18;
    private static final int MOST = 60;

    private final Workspace workspace;
    private final Exclusion.Situation situation;
    private final WorkingTrees trees;
    private Map<ProjectPath, String> texts;

    BuildReaders(Workspace workspace, Exclusion.Situation situation, WorkingTrees trees) {
        this.workspace = workspace;
        this.situation = situation;
        this.trees = trees;
    }

    /** Returns the first of these files that names another file. */
    Optional<ProjectPath> of(ProjectPath file) {
        if (texts == null) {
            texts = read();
        }
        return texts.entrySet().stream()
                .filter(each -> !each.getKey().equals(file) && names(each.getValue(), file.fileName()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<ProjectPath, String> read() {
        Map<ProjectPath, String> found = new LinkedHashMap<>();
        Deque<ProjectPath> open = new ArrayDeque<>();
        situation.files().files().stream().filter(this::isCalled).forEach(open::add);
        while (!open.isEmpty() && found.size() < MOST) {
            ProjectPath next = open.removeFirst();
            Optional<String> text = found.containsKey(next)
                    ? Optional.empty()
                    : workspace.read(next, LARGEST).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            text.ifPresent(known -> {
                found.put(next, known);
                situation.files().files().stream()
                        .filter(each -> mayCall(each) && names(known, each.fileName()))
                        .forEach(open::add);
            });
        }
        return found;
    }

    private boolean isCalled(ProjectPath file) {
        boolean looked = situation.needs().programs().stream()
                .anyMatch(program -> trees.instructionsOf(program).contains(file.fileName()));
        return looked
                || (mayCall(file)
                        && situation.needs().speech().stream().anyMatch(text -> names(text, file.fileName())));
    }

    /** Files about images are not read by what they build; a name without an ending is that of a script or of nothing special. */
    private boolean mayCall(ProjectPath file) {
        return FileKind.of(file).map(kind -> kind == FileKind.SHELL_SCRIPT).orElse(true)
                && !file.fileName().startsWith(".");
    }

    /** Whether a text holds the name of a file as a whole: {@code .env} is not named by {@code .env.dist}. */
    static boolean names(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean before = at > 0 && (isWord(text.charAt(at - 1)) || text.charAt(at - 1) == '.');
            boolean after = end < text.length()
                    && (isWord(text.charAt(end))
                            || (text.charAt(end) == '.' && end + 1 < text.length() && isWord(text.charAt(end + 1))));
            if (!before && !after) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}

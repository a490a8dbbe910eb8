package dev.drydock.transform.builtin;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where the code of a project, in a build context, names something. */
public final class CodeMentions {
    private static final int LARGEST = 1 << 18;
    private static final int MOST_FILES = 400;
    private static final Set<String> CODE =
            Set.of("js", "cjs", "mjs", "ts", "py", "rb", "go", "java", "kt", "php", "rs", "sh", "cs", "ex", "scala");
    private static final Set<String> NOT_OURS = Set.of("node_modules", "vendor", "target", "dist", "venv");

    private final Workspace workspace;
    private final Optional<ProjectPath> context;

    /** Looks below the root of a build context; empty where there is none. */
    public CodeMentions(Workspace workspace, Optional<ProjectPath> context) {
        this.workspace = workspace;
        this.context = context;
    }

    /** Returns the first file of code that holds the text; tests of a program do not count as the program. */
    public Optional<ProjectPath> of(String text) {
        Deque<ProjectPath> open = new ArrayDeque<>(context.map(List::of).orElse(List.of()));
        int read = 0;
        while (!open.isEmpty()) {
            for (ProjectPath path : workspace.list(open.poll())) {
                if (workspace.kind(path) == Workspace.Kind.FOLDER) {
                    if (isOurs(path.fileName())) {
                        open.add(path);
                    }
                } else if (isCode(path.fileName())) {
                    read++;
                    if (read > MOST_FILES) {
                        return Optional.empty();
                    }
                    if (holds(path, text)) {
                        return Optional.of(path);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOurs(String folder) {
        return !folder.startsWith(".") && !folder.startsWith("test") && !NOT_OURS.contains(folder);
    }

    private static boolean isCode(String name) {
        return CODE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private boolean holds(ProjectPath path, String text) {
        return workspace
                .read(path, LARGEST)
                .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text))
                .isPresent();
    }
}

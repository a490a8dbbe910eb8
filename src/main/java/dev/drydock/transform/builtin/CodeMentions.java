package dev.drydock.transform.builtin;

import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds where the code of a project, in a build context, names something. */
public final class CodeMentions {
    private static final int LARGEST = 1 << 18;
    private static final int MOST_FILES = 400;
    private static final Set<String> CODE =
            Set.of("js", "cjs", "mjs", "ts", "py", "rb", "go", "java", "kt", "php", "rs", "sh", "cs", "ex", "scala");
    private static final Set<String> NOT_OURS = Set.of("node_modules", "vendor", "target", "dist", "venv");

    private static final Set<FileKind> NOT_STARTED = Set.of(FileKind.IGNORE_FILE, FileKind.MAKEFILE);

    private final Workspace workspace;
    private final Optional<ProjectPath> context;

    /** Looks below the root of a build context; empty where there is none. */
    public CodeMentions(Workspace workspace, Optional<ProjectPath> context) {
        this.workspace = workspace;
        this.context = context;
    }

    /** Returns the first file of code that holds the text; tests of a program do not count as the program. */
    public Optional<ProjectPath> of(String text) {
        return search(CodeMentions::isCode, content -> content.contains(text)).found();
    }

    /**
     * Returns whether a file of the context, code or not, may say the word: documents and settings count as much as code, lock
     * files do not.
     *
     * @param but a file that does not count
     */
    public boolean mayName(String word, ProjectPath but) {
        Search search = search(
                path -> !path.equals(but) && !path.fileName().contains("lock"),
                content -> Mentions.word(content, word));
        return search.found().isPresent() || !search.isWhole();
    }

    /**
     * Returns whether a file of the context may say one of the words: a script, a manifest, a program. Documents, ignore files and
     * Makefiles, which people run, do not count.
     *
     * @param but a file that does not count
     */
    public boolean mayUse(List<String> words, ProjectPath but) {
        Search search = search(
                path -> !path.equals(but)
                        && !Documents.isDocument(path)
                        && FileKind.of(path).filter(NOT_STARTED::contains).isEmpty()
                        && !path.fileName().contains("lock"),
                content -> words.stream().anyMatch(word -> Mentions.word(content, word)));
        return search.found().isPresent() || !search.isWhole();
    }

    /**
     * Returns the first file of the context, code or not, that holds something, or the context itself if it has too many files.
     *
     * @param counts which files count
     */
    public Optional<String> ofReader(Predicate<ProjectPath> counts, Predicate<String> holds) {
        Search search = search(counts, holds);
        return search.isWhole()
                ? search.found().map(ProjectPath::value)
                : Optional.of("a file of " + context.map(ProjectPath::value).orElse("") + ", which has too many,");
    }

    /** What looking through the files came to; not whole if there are too many of them. */
    private record Search(Optional<ProjectPath> found, boolean isWhole) {}

    private Search search(Predicate<ProjectPath> kind, Predicate<String> holds) {
        Deque<ProjectPath> open = new ArrayDeque<>(context.map(List::of).orElse(List.of()));
        int read = 0;
        while (!open.isEmpty()) {
            for (ProjectPath path : workspace.list(open.poll())) {
                if (workspace.kind(path) == Workspace.Kind.FOLDER) {
                    if (isOurs(path.fileName())) {
                        open.add(path);
                    }
                } else if (kind.test(path)) {
                    read++;
                    if (read > MOST_FILES) {
                        return new Search(Optional.empty(), false);
                    }
                    if (holds(path, holds)) {
                        return new Search(Optional.of(path), true);
                    }
                }
            }
        }
        return new Search(Optional.empty(), true);
    }

    private static boolean isOurs(String folder) {
        return !folder.startsWith(".") && !folder.startsWith("test") && !NOT_OURS.contains(folder);
    }

    private static boolean isCode(ProjectPath path) {
        String name = path.fileName();
        return CODE.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private boolean holds(ProjectPath path, Predicate<String> holds) {
        return workspace
                .read(path, LARGEST)
                .filter(bytes -> holds.test(new String(bytes, StandardCharsets.UTF_8)))
                .isPresent();
    }
}

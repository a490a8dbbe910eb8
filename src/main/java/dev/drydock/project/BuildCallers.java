package dev.drydock.project;

import dev.drydock.text.WholeWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The files of a project that name a build argument next to a build, whatever their language: scripts, pipelines, bake files,
 * settings of tools, programs. Text, not syntax: what is found is a reason for caution, and nothing is changed by it.
 */
public final class BuildCallers {
    private static final int LARGEST = 1 << 18;
    /** Enough for the sources of a large project; the settings of builds lie near the top, which is looked at first. */
    private static final int MOST_FILES = 4000;

    private static final Set<String> FOREIGN =
            Set.of(".git", "node_modules", "vendor", ".venv", "venv", "site-packages", ".terraform", ".gradle");
    /** Directories that tools fill, and in which some people keep how they build: what a clone has there is theirs. */
    private static final Set<String> MADE = Set.of("build", "dist", "target", "out");
    /** Files in which a build is described by their name alone. */
    private static final List<String> BUILD_FILES = List.of(
            "docker-bake", "bake.", "earthfile", "skaffold", "tiltfile", "devcontainer", "cloudbuild", "buildspec");
    /** What a text that starts a build says, written without blanks and punctuation. */
    private static final List<String> BUILDS = List.of(
            "dockerbuild", "dockerimage", "dockerfile", "buildx", "podmanbuild", "buildahb", "kaniko", "dockerpush");

    private BuildCallers() {}

    /** Returns the files that may pass the argument, sorted; documents are told of by {@link #documents}. */
    public static List<ProjectPath> of(Project project, String argument) {
        return search(project.workspace(), argument).stream()
                .filter(path -> !isDocument(path))
                .sorted()
                .toList();
    }

    /** Returns the documents that tell people to pass the argument, sorted. */
    public static List<ProjectPath> documents(Project project, String argument) {
        return search(project.workspace(), argument).stream()
                .filter(BuildCallers::isDocument)
                .sorted()
                .toList();
    }

    /** Returns the files beside the one that names it which may give a variable of an image a value, sorted. */
    public static List<ProjectPath> passing(Project project, ProjectPath file, String variable) {
        return search(
                        project.workspace(),
                        (path, text) ->
                                !path.equals(file) && (mayPass(path, text, variable) || mayAssign(text, variable)))
                .stream()
                .filter(path -> !isDocument(path))
                .sorted()
                .toList();
    }

    private static List<ProjectPath> search(Workspace workspace, String argument) {
        return search(workspace, (path, text) -> mayPass(path, text, argument));
    }

    /** Returns whether the name stands in front of an equals sign or a colon, as in a script, an environment or YAML. */
    private static boolean mayAssign(String text, String variable) {
        return WholeWords.contains(text, variable) && (text.contains(variable + "=") || text.contains(variable + ":"));
    }

    private static List<ProjectPath> search(Workspace workspace, BiPredicate<ProjectPath, String> wanted) {
        List<ProjectPath> found = new ArrayList<>();
        Deque<ProjectPath> folders = new ArrayDeque<>(List.of(ProjectPath.ROOT));
        int seen = 0;
        while (!folders.isEmpty() && seen < MOST_FILES) {
            for (ProjectPath path : workspace.list(folders.removeFirst())) {
                seen++;
                if (workspace.kind(path) == Workspace.Kind.FOLDER) {
                    if (!FOREIGN.contains(path.fileName())) {
                        folders.addLast(path);
                    }
                } else if (isText(path)
                        && isOurs(workspace, path)
                        && text(workspace, path)
                                .filter(text -> wanted.test(path, text))
                                .isPresent()) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private static boolean isOurs(Workspace workspace, ProjectPath path) {
        for (ProjectPath each = path.parent(); !each.equals(ProjectPath.ROOT); each = each.parent()) {
            if (MADE.contains(each.fileName())) {
                return workspace.isCloned(path);
            }
        }
        return true;
    }

    private static boolean isText(ProjectPath path) {
        Optional<FileKind> kind = FileKind.of(path);
        return kind.filter(known -> known == FileKind.DOCKERFILE || known == FileKind.IGNORE_FILE)
                .isEmpty();
    }

    static boolean isDocument(ProjectPath path) {
        String name = path.fileName().toLowerCase(Locale.ROOT);
        return List.of(".md", ".markdown", ".rst", ".adoc", ".txt", ".html").stream()
                .anyMatch(name::endsWith);
    }

    /** A script that only uses the variable, as one that logs in does, builds nothing with it. */
    private static boolean mayPass(ProjectPath path, String text, String argument) {
        if (!WholeWords.contains(text, argument)) {
            return false;
        }
        String letters = letters(text);
        if (letters.contains("buildarg")) {
            return true;
        }
        if (isDocument(path)) {
            return false;
        }
        String name = path.fileName().toLowerCase(Locale.ROOT);
        boolean build = FileKind.of(path).filter(FileKind.COMPOSE::equals).isPresent()
                || BUILD_FILES.stream().anyMatch(name::startsWith);
        return build
                || (setsArguments(text) && (BUILDS.stream().anyMatch(letters::contains) || isBakeFile(name, text)));
    }

    /** A bake file may have any name, and need not say what it builds with. */
    private static boolean isBakeFile(String name, String text) {
        return (name.endsWith(".hcl") && WholeWords.contains(text, "target"))
                || (name.endsWith(".json") && text.contains("\"target\""));
    }

    /** Returns whether {@code args} is given a value: with an equals sign, a colon or a brace behind it, perhaps in quotes. */
    private static boolean setsArguments(String text) {
        String word = "args";
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            while (end < text.length() && "\"' \t".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (end < text.length() && ":={".indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    private static Optional<String> text(Workspace workspace, ProjectPath path) {
        return workspace
                .read(path, LARGEST)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.indexOf('\0') < 0);
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.project.ContainerUse;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.SurroundingCommands;
import dev.drydock.project.Workspace;
import dev.drydock.script.SpokenCommands;
import dev.drydock.text.WholeWords;
import dev.drydock.transform.builtin.Documents;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What in a project starts a compose file by itself: pipelines, scripts, Makefiles, programs. They get what Git has, and nobody makes
 * a file for them that it does not have. A document starts nothing, but may say how to fetch the compose file alone.
 */
final class OwnStarts {
    /** Source: Docker documentation, "How Compose works", "Merge Compose files". */
    private static final Set<String> WITHOUT_NAMING = Set.of(
            "compose.yaml",
            "compose.yml",
            "docker-compose.yaml",
            "docker-compose.yml",
            "compose.override.yaml",
            "compose.override.yml",
            "docker-compose.override.yaml",
            "docker-compose.override.yml");

    /** The words before the folder that a command is started in. */
    private static final Set<String> GOING =
            Set.of("cd", "pushd", "working-directory", "workdir", "cwd", "-c", "--project-directory");

    /** What works in a container that runs, or looks at one, comes after whoever started it. */
    private static final Set<ContainerUse.Kind> BEGINNING =
            Set.of(ContainerUse.Kind.START, ContainerUse.Kind.OTHER_VALUES, ContainerUse.Kind.STACK_DEPLOY);

    private static final List<String> COMMENTS = List.of("#", "//");
    private static final String BETWEEN = " \t\r\n\"'`=:;,&|<>";
    /** The start of a name before a variable that says which file is meant. */
    private static final int SHORTEST = 3;

    private final Project project;
    private final ProjectFile file;
    private final ContainerUses uses;
    private final SurroundingCommands.Found found;

    OwnStarts(Project project, ProjectFile file) {
        this.project = project;
        this.file = file;
        this.uses = new ContainerUses(project, file);
        this.found = project.commandsAround(file);
    }

    /** Returns the first place, but documents, that starts the file or names it: {@code .github/workflows/test.yml:12}. */
    Optional<String> place() {
        return found.uses().stream()
                .filter(use -> !Documents.isDocument(use.file()))
                .filter(this::starts)
                .map(ContainerUse::place)
                .findFirst()
                .or(() -> lines(
                        path -> !Documents.isDocument(path), (path, line) -> names(path, line) && !isCommand(line)));
    }

    /** Returns the place that says where the file is to be had alone, as it lies in the repository. */
    Optional<String> fetched() {
        return lines(path -> true, (path, line) -> fetches(line));
    }

    /** Returns the document that shows a value. */
    Optional<String> document(String value) {
        return lines(Documents::isDocument, (path, line) -> WholeWords.contains(line, value));
    }

    private boolean starts(ContainerUse use) {
        if (!BEGINNING.contains(use.kind())) {
            return false;
        }
        return use.files().isEmpty()
                ? isMeantWithoutName(use.file())
                : use.files().stream().anyMatch(path -> mayMean(use.file(), path));
    }

    /** Of a name with a variable what stands before it decides: {@code tests/compose.${DB}.yaml}. */
    private boolean mayMean(ProjectPath speaking, String path) {
        int variable = path.indexOf('$');
        if (variable < 0) {
            return uses.mayMean(speaking, path);
        }
        String start = withoutDot(path.substring(0, variable));
        return start.isEmpty() ? uses.isNear(speaking) : ("/" + file.path().value()).contains("/" + start);
    }

    /** Compose looks for its usual files in the folder in which it is started, then in those above. */
    private boolean isMeantWithoutName(ProjectPath speaking) {
        if (!WITHOUT_NAMING.contains(file.path().fileName())) {
            return false;
        }
        ProjectPath own = file.path().parent();
        Optional<ProjectPath> nearest = nearest(speaking.parent());
        return nearest.filter(own::equals).isPresent()
                || (!own.equals(ProjectPath.ROOT) && goesTo(found.texts().getOrDefault(speaking, ""), own));
    }

    private Optional<ProjectPath> nearest(ProjectPath folder) {
        for (ProjectPath at = folder; ; at = at.parent()) {
            ProjectPath here = at;
            boolean has = WITHOUT_NAMING.stream()
                    .flatMap(name -> here.resolve(name).stream())
                    .anyMatch(path -> project.workspace().kind(path) == Workspace.Kind.FILE);
            if (has) {
                return Optional.of(at);
            }
            if (at.equals(ProjectPath.ROOT)) {
                return Optional.empty();
            }
        }
    }

    /** Whether a text speaks of being started in a folder: {@code cd docker}, {@code working-directory: docker}. */
    private static boolean goesTo(String text, ProjectPath folder) {
        String before = "";
        for (String word : words(text, BETWEEN + "()[]{}")) {
            String place = withoutDot(word);
            String bare = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
            if (GOING.contains(before) && !bare.isEmpty() && ("/" + bare).endsWith("/" + folder.value())) {
                return true;
            }
            before = word.toLowerCase(Locale.ROOT);
        }
        return false;
    }

    /** What a command of compose does with the file is known. */
    private static boolean isCommand(String line) {
        return SpokenCommands.of(line).stream()
                .flatMap(spoken -> ContainerUse.of(ProjectPath.ROOT, spoken).stream())
                .anyMatch(ContainerUse::isCompose);
    }

    /** A pipeline may give the file to a program of its own: {@code compose-file: tests/compose.yaml}. */
    private boolean names(ProjectPath speaking, String line) {
        String start = line.strip();
        if (COMMENTS.stream().anyMatch(start::startsWith)) {
            return false;
        }
        return words(line, BETWEEN).stream()
                .map(OwnStarts::bare)
                .anyMatch(word -> isName(word) && mayMean(speaking, word));
    }

    private boolean isName(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        int variable = name.indexOf('$');
        return variable < 0
                ? name.equals(file.path().fileName())
                : variable >= SHORTEST
                        && file.path().fileName().startsWith(name.substring(0, variable))
                        && (name.endsWith(".yml") || name.endsWith(".yaml"));
    }

    /** The default of a variable is a word, too: {@code ${FILE:-compose.yaml}}. */
    private static String bare(String word) {
        String text = word.startsWith("-") ? word.substring(1) : word;
        return text.endsWith("}") && text.indexOf('{') < 0 ? text.substring(0, text.length() - 1) : text;
    }

    private boolean fetches(String line) {
        boolean loads = line.contains("curl") || line.contains("wget");
        for (int at = line.indexOf("http"); at >= 0; at = line.indexOf("http", at + 1)) {
            int end = at;
            while (end < line.length() && " \t\"'`()<>[]&?#,;|\\".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            String address = line.substring(at, end);
            boolean raw = loads || address.contains("/raw/") || address.contains("://raw.");
            if (raw && address.endsWith("/" + file.path().value())) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> lines(Predicate<ProjectPath> of, BiPredicate<ProjectPath, String> says) {
        for (Map.Entry<ProjectPath, String> text : new TreeMap<>(found.texts()).entrySet()) {
            if (!of.test(text.getKey())) {
                continue;
            }
            int number = 1;
            for (Iterator<String> lines = text.getValue().lines().iterator(); lines.hasNext(); number++) {
                if (says.test(text.getKey(), lines.next())) {
                    return Optional.of(text.getKey() + ":" + number);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> words(String text, String between) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, between);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static String withoutDot(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }
}

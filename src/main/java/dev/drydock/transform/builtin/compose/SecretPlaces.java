package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Definition;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.edit.FileChange;
import dev.drydock.ignorefile.IgnorePatterns;
import dev.drydock.knowledge.SecretKind;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files beside a compose file that hold secrets, and the ignore files that keep them out of repositories and images.
 * Each secret has a name of its own; services that set one variable to one value share it.
 */
final class SecretPlaces {
    static final String FOLDER = "secrets";

    private static final String DOCKERIGNORE = ".dockerignore";

    private final Project project;
    private final ProjectPath folder;
    private final ContainerUses uses;
    private final Set<String> taken;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, ComposeService> owners = new LinkedHashMap<>();
    private final Map<String, Ignored> ignored = new HashMap<>();
    /** Made when the first secret asks; all of them stand in one file. */
    private ServiceGraph graph;

    SecretPlaces(Project project, ProjectFile file, List<Definition> defined) {
        this.project = project;
        this.folder = file.path().parent();
        this.uses = new ContainerUses(project, file);
        this.taken = defined.stream().map(Definition::name).collect(Collectors.toSet());
    }

    /** Returns the name under which the value of a variable is kept. */
    String name(EnvironmentSecret secret) {
        String value = secret.value().orElseThrow();
        return names.computeIfAbsent(secret.service().name() + "\n" + secret.name(), unused -> {
            Optional<String> shared = ofRelated(secret);
            if (shared.isPresent()) {
                return shared.get();
            }
            String plain = secret.name().toLowerCase(Locale.ROOT);
            String name = isFree(plain, value) ? plain : secret.service().name() + "_" + plain;
            values.putIfAbsent(name, value);
            owners.putIfAbsent(name, secret.service());
            return name;
        });
    }

    /** A server and its client that have one value mean one secret, unless it is one that everybody has. */
    private Optional<String> ofRelated(EnvironmentSecret secret) {
        if (secret.kind().nature() == SecretKind.Nature.WEAK) {
            return Optional.empty();
        }
        graph = graph == null ? new ServiceGraph(secret.service().file()) : graph;
        return owners.entrySet().stream()
                .filter(each -> values.get(each.getKey()).equals(secret.value().orElseThrow()))
                .filter(each -> isRelated(each.getValue(), secret.service()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean isRelated(ComposeService one, ComposeService other) {
        return graph.isClient(other, one) || graph.isClient(one, other);
    }

    private boolean isFree(String name, String value) {
        return !taken.contains(name)
                && values.getOrDefault(name, value).equals(value)
                && kind(FOLDER + "/" + name) == Workspace.Kind.ABSENT;
    }

    private Workspace.Kind kind(String relative) {
        return folder.resolve(relative)
                .map(path -> project.file(path).isPresent()
                        ? Workspace.Kind.FILE
                        : project.workspace().kind(path))
                .orElse(Workspace.Kind.FILE);
    }

    /** Returns why no file can be put there, or empty. */
    Optional<String> obstacle(String name) {
        if (!project.workspace().isKnown()) {
            return Optional.of("the directory of the file is unknown, so that no file can be put beside it");
        }
        Workspace.Kind around = kind(FOLDER);
        if (around != Workspace.Kind.FOLDER && around != Workspace.Kind.ABSENT) {
            return Optional.of(FOLDER + " is there, but is no directory of the project");
        }
        if (taken.contains(name) || kind(FOLDER + "/" + name) != Workspace.Kind.ABSENT) {
            return Optional.of("there is a secret " + name + " already");
        }
        Optional<String> elsewhere = uses.otherDirectory();
        if (elsewhere.isPresent()) {
            return Optional.of(elsewhere.get()
                    + " gives compose another project directory, so that it does not look for " + FOLDER + " here");
        }
        // The file is open to all accounts of the container; its folder must keep those of the host out.
        boolean open = around == Workspace.Kind.FOLDER
                && folder.resolve(FOLDER)
                        .filter(project.workspace()::isReadableByAll)
                        .isPresent();
        return open
                ? Optional.of(
                        "the directory " + FOLDER + " is open to everybody on the host: chmod 700 " + FOLDER + " first")
                : Optional.empty();
    }

    FileChange creation(String name) {
        return new FileChange.Creation(folder.resolve(FOLDER + "/" + name).orElseThrow(), values.get(name), true);
    }

    /** Returns what keeps the folder out of the repository and out of the images that are built around it; a reason if it cannot be. */
    Ignored ignored(List<ComposeService> services) {
        return ignored(services, FOLDER, "/" + FOLDER + "/");
    }

    /**
     * Returns the same for another file or folder.
     *
     * @param services all of the file
     * @param line what git is told
     */
    Ignored ignored(List<ComposeService> services, String name, String line) {
        return ignored.computeIfAbsent(name, unseen -> ignoredOf(services, name, line));
    }

    private Ignored ignoredOf(List<ComposeService> services, String name, String line) {
        List<FileChange> changes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        ProjectPath secrets = folder.resolve(name).orElseThrow();
        ignore(folder.resolve(".gitignore").orElseThrow(), line, name, false, changes, problems);
        for (ComposeService service : services) {
            service.build()
                    .filter(ServiceBuild::isLocal)
                    .flatMap(build -> folder.resolve(build.context()))
                    .filter(secrets::isWithin)
                    .ifPresent(context -> ignore(
                            ignoreFile(service, context),
                            relative(context, secrets),
                            relative(context, secrets),
                            true,
                            changes,
                            problems));
        }
        for (ProjectPath context = folder; ; context = context.parent()) {
            String place = relative(context, secrets);
            for (ProjectPath path : ignoreFilesOf(context)) {
                ignore(path, place, place, true, changes, problems);
            }
            if (context.equals(ProjectPath.ROOT)) {
                break;
            }
        }
        return new Ignored(
                changes.stream().distinct().toList(), problems.stream().findFirst());
    }

    /** Returns the ignore files that builds from a folder obey, whoever starts them: those that are there, or the one of its Dockerfiles. */
    private List<ProjectPath> ignoreFilesOf(ProjectPath context) {
        List<ProjectPath> found = new ArrayList<>();
        ProjectPath common = context.resolve(DOCKERIGNORE).orElseThrow();
        boolean needed = exists(common);
        for (ProjectPath path : project.workspace().list(context)) {
            if (FileKind.of(path).filter(FileKind.DOCKERFILE::equals).isPresent()) {
                ProjectPath own = ProjectPath.of(path.value() + DOCKERIGNORE);
                if (exists(own)) {
                    found.add(own);
                } else {
                    needed = true;
                }
            }
        }
        if (needed) {
            found.add(common);
        }
        return found;
    }

    private boolean exists(ProjectPath path) {
        return project.file(path).isPresent() || project.workspace().kind(path) != Workspace.Kind.ABSENT;
    }

    /**
     * What has to be changed.
     *
     * @param changes at most one for each ignore file
     * @param problem why one of them cannot be changed
     */
    record Ignored(List<FileChange> changes, Optional<String> problem) {}

    private ProjectPath ignoreFile(ComposeService service, ProjectPath context) {
        Optional<ProjectPath> own = service.build()
                .flatMap(ServiceBuild::dockerfilePath)
                .flatMap(path -> folder.resolve(path + DOCKERIGNORE))
                .filter(this::exists);
        return own.orElseGet(() -> context.resolve(DOCKERIGNORE).orElseThrow());
    }

    private static String relative(ProjectPath context, ProjectPath path) {
        return context.value().isEmpty()
                ? path.value()
                : path.value().substring(context.value().length() + 1);
    }

    private void ignore(
            ProjectPath path,
            String line,
            String probe,
            boolean docker,
            List<FileChange> changes,
            List<String> problems) {
        Optional<ProjectFile> file = project.file(path);
        if (file.isEmpty()) {
            if (project.workspace().kind(path) == Workspace.Kind.ABSENT) {
                changes.add(new FileChange.Creation(path, line + "\n", false));
            } else {
                problems.add(path + " "
                        + (project.workspace().kind(path) == Workspace.Kind.OTHER
                                ? Workspace.LEADS_NOWHERE
                                : "cannot be extended in this run"));
            }
            return;
        }
        String text = file.get().source().text();
        if (docker ? excludes(text, probe) : hasLine(text, probe)) {
            return;
        }
        String eol = text.indexOf("\r\n") >= 0 ? "\r\n" : "\n";
        String added = text.isEmpty() || text.endsWith("\n") ? line + eol : eol + line;
        changes.add(new FileChange.Edits(path, List.of(TextEdit.insert(text.length(), added))));
    }

    private static boolean excludes(String text, String probe) {
        return IgnorePatterns.parse(text)
                .filter(patterns -> patterns.excludes(probe + "/x"))
                .isPresent();
    }

    private static boolean hasLine(String text, String name) {
        return text.lines()
                .map(String::strip)
                .anyMatch(line -> Set.of(name, name + "/", "/" + name, "/" + name + "/", name + "/*", "*")
                        .contains(line));
    }
}

package dev.drydock.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the file of the build context that a COPY names. Where the context lies is not written in a Dockerfile: services and
 * commands that build it say so, or else the folder of the Dockerfile is tried, then the root of the project.
 */
public final class ContextSearch {
    private static final int LARGEST = 1 << 20;

    private ContextSearch() {}

    /** Returns the bytes of the file, or empty if there is none, more than one candidate, or a large one. */
    public static Optional<byte[]> read(Project project, ProjectFile dockerfile, String source) {
        return locate(project, dockerfile, source)
                .flatMap(path -> project.workspace().read(path, LARGEST));
    }

    /** Returns the file that {@code source} means, or empty if there is none or the two places differ. */
    public static Optional<ProjectPath> locate(Project project, ProjectFile dockerfile, String source) {
        String relative = source.startsWith("/") ? source.substring(1) : source;
        Set<ProjectPath> candidates = new LinkedHashSet<>();
        for (ProjectPath root : List.of(dockerfile.path().parent(), ProjectPath.ROOT)) {
            root.resolve(relative)
                    .filter(path -> project.workspace().kind(path) == Workspace.Kind.FILE)
                    .ifPresent(candidates::add);
        }
        return candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty();
    }

    /**
     * Returns the context that services and commands of the project build the Dockerfile from; where they say nothing, or not
     * the same, the folder of the Dockerfile or the root of the project, whichever holds what it copies.
     *
     * @param named the sources that it copies, from the root of the context; may be patterns
     */
    public static Optional<ProjectPath> root(Project project, ProjectFile dockerfile, List<String> named) {
        ProjectPath folder = dockerfile.path().parent();
        if (folder.equals(ProjectPath.ROOT)) {
            return Optional.of(folder);
        }
        Workspace workspace = project.workspace();
        List<String> plain = named.stream()
                .map(ContextSearch::beforePattern)
                .filter(name -> !name.isEmpty())
                .toList();
        boolean clear = holds(workspace, folder, plain) != holds(workspace, ProjectPath.ROOT, plain);
        List<ProjectPath> told = clear
                ? List.of()
                : told(project, dockerfile).stream()
                        .filter(context -> holds(workspace, context, plain))
                        .toList();
        if (told.size() == 1) {
            return Optional.of(told.get(0));
        }
        for (ProjectPath candidate : List.of(folder, ProjectPath.ROOT)) {
            if (holds(workspace, candidate, plain) && (!plain.isEmpty() || hasApplication(workspace, candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Set<ProjectPath> told(Project project, ProjectFile dockerfile) {
        Set<ProjectPath> contexts = new LinkedHashSet<>(BuildingServices.contexts(project, dockerfile));
        contexts.addAll(BuiltImages.around(project, dockerfile).contextsOf(dockerfile.path()));
        return contexts;
    }

    private static boolean holds(Workspace workspace, ProjectPath context, List<String> names) {
        return names.stream()
                .allMatch(name -> context.resolve(name)
                        .filter(path -> workspace.kind(path) != Workspace.Kind.ABSENT)
                        .isPresent());
    }

    /** Returns a name, or the folders before the part that is a pattern: {@code conf} of {@code conf/*.xml}. */
    private static String beforePattern(String name) {
        int pattern = 0;
        while (pattern < name.length() && "*?[$".indexOf(name.charAt(pattern)) < 0) {
            pattern++;
        }
        return pattern == name.length() ? name : name.substring(0, Math.max(0, name.lastIndexOf('/', pattern)));
    }

    private static boolean hasApplication(Workspace workspace, ProjectPath folder) {
        return workspace.list(folder).stream()
                .anyMatch(
                        path -> FileKind.of(path).isEmpty() && !path.fileName().startsWith("."));
    }
}

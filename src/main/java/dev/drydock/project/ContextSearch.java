package dev.drydock.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the file of the build context that a COPY names. Where the context lies is not written in a Dockerfile: services and
 * commands that build it say so, or else the folder of the Dockerfile is tried, then those around it.
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
     * the same, the nearest folder that holds what it copies: its own, or one further out. A Dockerfile that copies nothing by
     * name is built from its own folder or from the root of the project, whichever holds an application.
     *
     * @param named the sources that it copies, from the root of the context; may be patterns
     */
    public static Optional<ProjectPath> root(Project project, ProjectFile dockerfile, List<String> named) {
        ProjectPath folder = dockerfile.path().parent();
        if (folder.equals(ProjectPath.ROOT)) {
            return Optional.of(folder);
        }
        ContextSources sources = new ContextSources(project.workspace(), named);
        List<ProjectPath> holding =
                outwards(folder).stream().filter(sources::areIn).toList();
        if (holding.isEmpty()) {
            // What a pattern means may be made by a build, and is not there yet.
            sources = sources.withoutPatterns();
            holding = Stream.of(folder, ProjectPath.ROOT).filter(sources::areIn).toList();
        }
        Set<ProjectPath> told = holding.size() > 1 ? told(project, dockerfile) : Set.of();
        List<ProjectPath> both = holding.stream().filter(told::contains).toList();
        if (both.size() == 1) {
            return Optional.of(both.get(0));
        }
        if (!sources.isEmpty()) {
            return holding.stream().findFirst();
        }
        return Stream.of(folder, ProjectPath.ROOT)
                .filter(candidate -> hasApplication(project.workspace(), candidate))
                .findFirst();
    }

    /** Returns a folder and those around it, the nearest first. */
    private static List<ProjectPath> outwards(ProjectPath folder) {
        List<ProjectPath> folders = new ArrayList<>(List.of(folder));
        for (ProjectPath each = folder; !each.equals(ProjectPath.ROOT); each = each.parent()) {
            folders.add(each.parent());
        }
        return folders;
    }

    private static Set<ProjectPath> told(Project project, ProjectFile dockerfile) {
        Set<ProjectPath> contexts = new LinkedHashSet<>(BuildingServices.contexts(project, dockerfile));
        contexts.addAll(project.imagesAround(dockerfile).contextsOf(dockerfile.path()));
        contexts.addAll(project.declaredAround(dockerfile).contextsOf(dockerfile.path()));
        return contexts;
    }

    private static boolean hasApplication(Workspace workspace, ProjectPath folder) {
        return workspace.list(folder).stream()
                .anyMatch(
                        path -> FileKind.of(path).isEmpty() && !path.fileName().startsWith("."));
    }
}

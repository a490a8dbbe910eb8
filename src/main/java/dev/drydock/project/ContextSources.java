package dev.drydock.project;

import dev.drydock.ignorefile.IgnorePatterns;
import java.util.List;
import java.util.Optional;

/** What a Dockerfile copies by name, and whether a folder holds all of it. */
final class ContextSources {
    private static final String WILD = "*?[";

    private final Workspace workspace;
    private final List<String> names;

    /** @param names from the root of the context; may be patterns, and end where a variable starts */
    ContextSources(Workspace workspace, List<String> names) {
        this.workspace = workspace;
        this.names = names.stream()
                .map(name -> before(name, "$"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns the names, of those that are patterns only the folders before them: {@code conf} of {@code conf/*.xml}. */
    ContextSources withoutPatterns() {
        return new ContextSources(
                workspace, names.stream().map(name -> before(name, WILD)).toList());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** Returns whether each of the names leads to something; a pattern has to match a file or folder. */
    boolean areIn(ProjectPath context) {
        return names.stream().allMatch(name -> isIn(context, name));
    }

    private boolean isIn(ProjectPath folder, String name) {
        int wild = first(name, WILD);
        if (wild == name.length()) {
            return folder.resolve(name)
                    .filter(path -> workspace.kind(path) != Workspace.Kind.ABSENT)
                    .isPresent();
        }
        int start = name.lastIndexOf('/', wild) + 1;
        int slash = name.indexOf('/', wild);
        int end = slash < 0 ? name.length() : slash;
        Optional<ProjectPath> parent = folder.resolve(name.substring(0, start));
        // One name of a path is matched as the builder does for a whole ignore file.
        Optional<IgnorePatterns> pattern = IgnorePatterns.parse(name.substring(start, end));
        if (parent.isEmpty() || pattern.isEmpty()) {
            return false;
        }
        return workspace.list(parent.get()).stream()
                .filter(child -> pattern.get().excludes(child.fileName()))
                .anyMatch(child -> end == name.length() || isIn(child, name.substring(end + 1)));
    }

    private static String before(String name, String characters) {
        int at = first(name, characters);
        return at == name.length() ? name : name.substring(0, Math.max(0, name.lastIndexOf('/', at)));
    }

    private static int first(String name, String characters) {
        int at = 0;
        while (at < name.length() && characters.indexOf(name.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}

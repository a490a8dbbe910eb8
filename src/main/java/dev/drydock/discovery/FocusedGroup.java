package dev.drydock.discovery;

import dev.drydock.project.Focus;
import dev.drydock.project.ProjectPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Files that are judged together, and which of them were asked for.
 *
 * @param asked at least one, in the order in which they were found
 * @param around the rest of their project, which is only looked at
 * @param focus what may be written: what was asked for
 */
public record FocusedGroup(List<InputFile> asked, List<InputFile> around, Focus focus) {
    public FocusedGroup {
        asked = List.copyOf(asked);
        around = List.copyOf(around);
        Objects.requireNonNull(focus);
    }

    /**
     * Returns the projects of the files that were asked for.
     *
     * @param world every file that may belong to one of them; may hold the asked ones, too
     */
    public static List<FocusedGroup> of(ProjectGrouping grouping, List<InputFile> asked, List<InputFile> world) {
        Set<InputFile> wanted = new HashSet<>(asked);
        Set<ProjectPlace> places = new HashSet<>();
        asked.forEach(file -> places.add(ProjectPlace.of(file)));
        List<InputFile> all = new ArrayList<>(asked);
        world.stream().filter(file -> places.add(ProjectPlace.of(file))).forEach(all::add);
        List<FocusedGroup> groups = new ArrayList<>();
        for (List<InputFile> group : grouping.group(all)) {
            List<InputFile> named = group.stream().filter(wanted::contains).toList();
            if (!named.isEmpty()) {
                List<InputFile> others =
                        group.stream().filter(file -> !wanted.contains(file)).toList();
                groups.add(
                        new FocusedGroup(named, others, others.isEmpty() ? Focus.ALL : Focus.without(paths(others))));
            }
        }
        return groups;
    }

    /** One file has one place, whatever it is called on the command line. */
    private record ProjectPlace(Path root, ProjectPath path) {
        static ProjectPlace of(InputFile file) {
            return new ProjectPlace(file.root(), file.path());
        }
    }

    /** Returns all files, those that were asked for first. */
    public List<InputFile> files() {
        List<InputFile> files = new ArrayList<>(asked);
        files.addAll(around);
        return files;
    }

    /** Returns this group where something else holds for some of the files: only {@code part} may be written. */
    public FocusedGroup part(List<InputFile> part) {
        if (part.size() == asked.size()) {
            return this;
        }
        List<InputFile> others =
                files().stream().filter(file -> !part.contains(file)).toList();
        return new FocusedGroup(part, others, Focus.apartFrom(paths(others)));
    }

    /** Returns this group where there is no room for further files. */
    public FocusedGroup withoutCreations() {
        return new FocusedGroup(asked, around, focus.withoutCreations());
    }

    private static List<ProjectPath> paths(List<InputFile> files) {
        return files.stream().map(InputFile::path).toList();
    }
}

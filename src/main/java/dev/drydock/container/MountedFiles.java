package dev.drydock.container;

import dev.drydock.knowledge.Writers;
import dev.drydock.model.ContainerPath;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.written.WrittenPaths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the project has of the files and folders that are mounted into a container: its settings, scripts and sources. */
public final class MountedFiles {
    /** Nothing of the project is mounted. */
    public static final MountedFiles NONE =
            new MountedFiles(Map.of(), List.of(), () -> Optional.empty(), folders -> List.of());

    private static final int LARGEST = 1 << 16;
    private static final int MOST = 60;
    private static final int DEEPEST = 4;

    private final Map<String, ProjectPath> places;
    private final List<SettingsFile> settings;
    private final Supplier<Optional<String>> changedOwner;
    private final Function<List<String>, List<WrittenPaths>> below;

    private MountedFiles(
            Map<String, ProjectPath> places,
            List<SettingsFile> settings,
            Supplier<Optional<String>> changedOwner,
            Function<List<String>, List<WrittenPaths>> below) {
        this.below = below;
        this.places = Collections.unmodifiableMap(places);
        this.settings = List.copyOf(settings);
        this.changedOwner = changedOwner;
    }

    /**
     * Reads what lies at the places.
     *
     * @param places the mounted files and folders by their absolute path in the container
     * @param variables what is set for the container
     */
    public static MountedFiles of(
            Project project,
            Writers writers,
            Map<String, ProjectPath> places,
            Function<String, Optional<String>> variables) {
        List<SettingsFile> settings = new ArrayList<>();
        places.forEach((target, path) -> read(project.workspace(), target, path, settings));
        return new MountedFiles(
                new LinkedHashMap<>(places),
                settings,
                () -> WrittenPaths.ofMounts(project, writers, places, variables).changedOwner(),
                folders -> {
                    Map<String, ProjectPath> inside = new LinkedHashMap<>(places);
                    inside.keySet().removeIf(target -> !isBelow(target, folders));
                    return inside.isEmpty()
                            ? List.of()
                            : List.of(WrittenPaths.ofMounts(project, writers, inside, variables));
                });
    }

    private static boolean isBelow(String target, List<String> folders) {
        return folders.stream().anyMatch(folder -> ContainerPath.isWithin(target, folder));
    }

    /** Returns the files of both; what the sources of either do counts. */
    public MountedFiles and(MountedFiles other) {
        Map<String, ProjectPath> all = new LinkedHashMap<>(places);
        all.putAll(other.places);
        List<SettingsFile> both = new ArrayList<>(settings);
        both.addAll(other.settings);
        return new MountedFiles(all, both, () -> changedOwner.get().or(other.changedOwner), folders -> {
            List<WrittenPaths> found = new ArrayList<>(below.apply(folders));
            found.addAll(other.below.apply(folders));
            return found;
        });
    }

    /** Returns what the scripts and sources write that are mounted at or below some directories. */
    List<WrittenPaths> writtenBelow(List<String> folders) {
        return below.apply(folders);
    }

    /** Returns whether what is mounted at a path is there to be read. */
    boolean has(String target) {
        return places.containsKey(target);
    }

    /** Returns the texts of the files, those in a mounted folder included. */
    public List<SettingsFile> settings() {
        return settings;
    }

    /** Returns what in the sources or settings changes the user or the owner of a file, as a sentence without a full stop. */
    public Optional<String> changedOwner() {
        return changedOwner.get();
    }

    /**
     * Returns a mount with what its name and the project tell of it.
     *
     * @param place where the project has what is mounted; empty if that is a path of the host
     */
    public static Mount judged(Mount mount, Optional<ProjectPath> place, Project project, Writers writers) {
        boolean ofHost = mount.kind() == Mount.Kind.BIND || mount.kind() == Mount.Kind.FILE;
        if (!ofHost || mount.looksConfidential() || mount.target().endsWith(".sock")) {
            return mount;
        }
        Workspace workspace = project.workspace();
        boolean here = place.filter(path -> isHere(workspace, path)).isPresent();
        if (writers.isSettings(mount.target()) && !here) {
            return mount.with(Mount.Nature.UNREAD_SETTINGS);
        }
        boolean empty = here
                && place.flatMap(path -> workspace.read(path, LARGEST))
                        .filter(bytes -> bytes.length == 0)
                        .isPresent();
        boolean state = writers.isState(mount.target()) || empty || (!here && writers.mayBeState(mount.target()));
        return state && mount.looksLikeFile() ? mount.with(Mount.Nature.STATE) : mount;
    }

    /** What Git ignores is another file for everybody else. */
    private static boolean isHere(Workspace workspace, ProjectPath path) {
        return workspace.kind(path) == Workspace.Kind.FOLDER
                ? workspace.list(path).stream().anyMatch(child -> isHere(workspace, child))
                : workspace.read(path, LARGEST).isPresent() && workspace.isCloned(path);
    }

    private static void read(Workspace workspace, String target, ProjectPath path, List<SettingsFile> found) {
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(target, path, 0)));
        int read = 0;
        while (!open.isEmpty() && read < MOST) {
            Place next = open.poll();
            if (workspace.kind(next.path()) == Workspace.Kind.FOLDER) {
                workspace.list(next.path()).stream()
                        .filter(child -> next.depth() < DEEPEST)
                        .map(child -> new Place(
                                ContainerPath.normalise(next.target() + "/" + child.fileName()),
                                child,
                                next.depth() + 1))
                        .forEach(open::add);
                continue;
            }
            read++;
            workspace
                    .read(next.path(), LARGEST)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf('\0') < 0)
                    .ifPresent(
                            text -> found.add(new SettingsFile(next.path().value(), text, Optional.of(next.target()))));
        }
    }

    private record Place(String target, ProjectPath path, int depth) {}
}

package dev.drydock.discovery;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Extends;
import dev.drydock.compose.Include;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.project.FileKind;
import dev.drydock.project.ImageBuild;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.SourceText;
import dev.drydock.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A compose file belongs together with the Dockerfiles that its services build, the files that it extends or includes, and
 * the other compose files of its folder, which are given to compose together with it. A script, a Makefile or a workflow
 * belongs together with the Dockerfiles that it gives a secret as build argument, since both have to change then. Every
 * other file is a project of its own.
 */
public final class BuildGrouping implements ProjectGrouping {
    /** A folder with more compose files than that holds a collection, not the parts of one project. */
    private static final int MOST_IN_A_FOLDER = 12;

    /** A script that builds more images than that builds those of many projects. */
    private static final int MOST_OF_A_SCRIPT = 12;

    private final Function<InputFile, Optional<SourceText>> reader;
    private final Predicate<String> secretName;

    /**
     * @param reader returns the text of a file, or empty if it cannot be read; then it is a project of its own
     * @param secretName tells whether a build argument of this name is a secret
     */
    public BuildGrouping(Function<InputFile, Optional<SourceText>> reader, Predicate<String> secretName) {
        this.reader = Objects.requireNonNull(reader);
        this.secretName = Objects.requireNonNull(secretName);
    }

    private record Key(Path root, ProjectPath path) {}

    @Override
    public List<List<InputFile>> group(List<InputFile> files) {
        Map<Key, Integer> index = new HashMap<>();
        int[] leader = new int[files.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            index.put(new Key(files.get(i).root(), files.get(i).path()), i);
        }
        for (List<Integer> folder : composeFolders(files)) {
            folder.forEach(member -> join(leader, folder.get(0), member));
        }
        for (int i = 0; i < leader.length; i++) {
            InputFile file = files.get(i);
            for (ProjectPath path : mentioned(file, path -> index.containsKey(new Key(file.root(), path)))) {
                join(leader, i, index.get(new Key(file.root(), path)));
            }
        }
        Map<Integer, List<InputFile>> groups = new LinkedHashMap<>();
        for (int i = 0; i < leader.length; i++) {
            groups.computeIfAbsent(leaderOf(leader, i), first -> new ArrayList<>())
                    .add(files.get(i));
        }
        return List.copyOf(groups.values());
    }

    private static Iterable<List<Integer>> composeFolders(List<InputFile> files) {
        Map<Key, List<Integer>> folders = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).kind() == FileKind.COMPOSE) {
                Key folder = new Key(files.get(i).root(), files.get(i).path().parent());
                folders.computeIfAbsent(folder, first -> new ArrayList<>()).add(i);
            }
        }
        return folders.values().stream()
                .filter(members -> members.size() <= MOST_IN_A_FOLDER)
                .toList();
    }

    private static void join(int[] leader, int one, int other) {
        int first = leaderOf(leader, one);
        int second = leaderOf(leader, other);
        leader[Math.max(first, second)] = Math.min(first, second);
    }

    private static int leaderOf(int[] leader, int member) {
        int found = member;
        while (leader[found] != found) {
            found = leader[found];
        }
        return found;
    }

    /** Returns the files that a file names, of those that are there. */
    private List<ProjectPath> mentioned(InputFile file, Predicate<ProjectPath> isThere) {
        List<ProjectPath> paths = file.kind() == FileKind.COMPOSE
                ? ofCompose(file)
                : file.kind().holdsCommands() ? ofCommands(file, isThere) : List.of();
        return paths.stream().filter(isThere).toList();
    }

    /** Returns the Dockerfiles that get a secret as build argument, if it is clear which ones these are. */
    private List<ProjectPath> ofCommands(InputFile file, Predicate<ProjectPath> isThere) {
        Optional<SourceText> text =
                reader.apply(file).filter(found -> found.text().contains("--build-arg"));
        if (text.isEmpty()) {
            return List.of();
        }
        List<ProjectPath> paths = ImageBuild.of(new ProjectFile(file.path(), file.kind(), text.get())).stream()
                .filter(build -> build.command().flags("build-arg").stream()
                        .map(flag -> flag.text().split("=", 2)[0])
                        .anyMatch(secretName))
                .map(build -> build.dockerfiles().stream().filter(isThere).toList())
                .filter(there -> there.size() == 1)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return paths.size() <= MOST_OF_A_SCRIPT ? paths : List.of();
    }

    /** Returns the files that a compose file names, whether they are there or not. */
    private List<ProjectPath> ofCompose(InputFile file) {
        Optional<ComposeFile> read =
                reader.apply(file).map(text -> new ProjectFile(file.path(), FileKind.COMPOSE, text).compose());
        List<ProjectPath> paths = new ArrayList<>();
        ProjectPath folder = file.path().parent();
        read.ifPresent(compose -> {
            for (ComposeService service : compose.services()) {
                service.build()
                        .flatMap(ServiceBuild::dockerfilePath)
                        .flatMap(folder::resolve)
                        .ifPresent(paths::add);
                service.extended()
                        .flatMap(Extends::file)
                        .flatMap(folder::resolve)
                        .ifPresent(paths::add);
            }
            compose.includes().stream()
                    .map(Include::paths)
                    .flatMap(List::stream)
                    .map(YamlScalar::value)
                    .flatMap(path -> folder.resolve(path).stream())
                    .forEach(paths::add);
        });
        return paths;
    }
}

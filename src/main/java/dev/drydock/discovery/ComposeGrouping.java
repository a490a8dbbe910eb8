package dev.drydock.discovery;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Extends;
import dev.drydock.compose.Include;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.project.FileKind;
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

/**
 * A compose file belongs together with the Dockerfiles that its services build, the files that it extends or includes, and
 * the other compose files of its folder, which are given to compose together with it. Every other file is a project of its
 * own.
 */
public final class ComposeGrouping implements ProjectGrouping {
    /** A folder with more compose files than that holds a collection, not the parts of one project. */
    private static final int MOST_IN_A_FOLDER = 12;

    private final Function<InputFile, Optional<SourceText>> reader;

    /** @param reader returns the text of a file, or empty if it cannot be read; then it is a project of its own */
    public ComposeGrouping(Function<InputFile, Optional<SourceText>> reader) {
        this.reader = Objects.requireNonNull(reader);
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
            if (file.kind() == FileKind.COMPOSE) {
                for (ProjectPath path : mentioned(file)) {
                    Integer other = index.get(new Key(file.root(), path));
                    if (other != null) {
                        join(leader, i, other);
                    }
                }
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

    /** Returns the files that a compose file names, whether they are there or not. */
    private List<ProjectPath> mentioned(InputFile file) {
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

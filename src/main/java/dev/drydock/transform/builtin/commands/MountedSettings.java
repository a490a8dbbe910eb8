package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Mounts;
import dev.drydock.container.SettingsFile;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.shell.commands.ContainerCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the project that a command line mounts: {@code -v "$PWD/nginx.conf:/etc/nginx/nginx.conf"}. */
final class MountedSettings {
    private static final int LARGEST = 1 << 16;
    private static final int MOST = 20;
    /** How scripts name the folder that they are started in, or their own. */
    private static final List<String> HERE = List.of("${PWD}/", "${}/", "./", "${DIR}/", "${ROOT}/", "${CURDIR}/");

    private MountedSettings() {}

    static List<SettingsFile> of(Project project, ProjectFile file, ContainerCommand command) {
        List<SettingsFile> found = new ArrayList<>();
        for (Mounts.Entry mount : Mounts.of(command).mounts()) {
            mount.source().flatMap(source -> path(project, file, source)).ifPresent(path -> read(project, path, found));
        }
        return found;
    }

    /** Where the command is started is not said: usually the folder of its file, or the top of the project. */
    private static Optional<ProjectPath> path(Project project, ProjectFile file, String source) {
        Optional<String> relative =
                HERE.stream().filter(source::startsWith).findFirst().map(prefix -> source.substring(prefix.length()));
        return relative.flatMap(text -> Stream.of(file.path().parent(), ProjectPath.ROOT)
                .flatMap(folder -> folder.resolve(text).stream())
                .filter(path -> project.workspace().kind(path) != Workspace.Kind.ABSENT)
                .findFirst());
    }

    private static void read(Project project, ProjectPath path, List<SettingsFile> found) {
        Workspace workspace = project.workspace();
        List<ProjectPath> paths = workspace.kind(path) == Workspace.Kind.FOLDER ? workspace.list(path) : List.of(path);
        for (ProjectPath each : paths.subList(0, Math.min(paths.size(), MOST))) {
            workspace
                    .read(each, LARGEST)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf('\0') < 0)
                    .ifPresent(text -> found.add(new SettingsFile(each.value(), text)));
        }
    }
}

package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Mount;
import dev.drydock.container.MountedFiles;
import dev.drydock.container.Mounts;
import dev.drydock.knowledge.Writers;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the project that a command line mounts: {@code -v "$PWD/nginx.conf:/etc/nginx/nginx.conf"}.
 *
 * @param places where the project has what is mounted, by the path in the container
 */
record MountedSettings(Project project, Writers writers, Map<String, ProjectPath> places) {
    /** How scripts name the folder that they are started in, or their own. */
    private static final List<String> HERE = List.of("${PWD}/", "${}/", "./", "${DIR}/", "${ROOT}/", "${CURDIR}/");

    MountedSettings {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** Looks up where the project has what a command mounts. */
    static MountedSettings of(Project project, Writers writers, ProjectFile file, ContainerCommand command) {
        Map<String, ProjectPath> places = new LinkedHashMap<>();
        for (Mounts.Entry mount : Mounts.of(command).mounts()) {
            if (mount.target().isPresent()) {
                mount.source()
                        .flatMap(source -> path(project, file, source))
                        .ifPresent(path -> places.put(mount.target().get(), path));
            }
        }
        return new MountedSettings(project, writers, places);
    }

    /** Returns a mount with what the project tells of it. */
    Mount judged(Mount mount) {
        return MountedFiles.judged(mount, Optional.ofNullable(places.get(mount.target())), project, writers);
    }

    /**
     * Reads what is mounted.
     *
     * @param variables what the command sets; the value is empty where it is not known
     */
    MountedFiles files(Map<String, String> variables) {
        return MountedFiles.of(
                project,
                writers,
                places,
                name -> Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty()));
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
}

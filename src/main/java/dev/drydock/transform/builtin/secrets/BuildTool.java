package dev.drydock.transform.builtin.secrets;

import dev.drydock.project.BuildCallers;
import dev.drydock.project.ImageBuild;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** With which program a project builds its images, as its commands say. */
final class BuildTool {
    /** Commands of builders that do not know {@code env=} in mounts (containers/buildah, run mounts of type secret). */
    private static final List<String> WITHOUT_VARIABLES = List.of(
            "podman build", "podman image build", "podman-compose", "podman compose", "buildah bud", "buildah build");

    /** Builders that know no mounts of secrets at all (GoogleContainerTools/kaniko, README: 2026-11). */
    private static final List<String> WITHOUT_SECRETS = List.of("kaniko/executor", "kaniko-project/executor");

    private static final int LARGEST = 1 << 20;

    private BuildTool() {}

    /**
     * Returns the same for a build argument, also by the files around the project that pass it: a script that calls nothing but
     * buildah, the job of a pipeline.
     */
    static Optional<String> obstacle(Project project, String argument) {
        return obstacle(project)
                .or(() -> BuildCallers.of(project, argument).stream()
                        .flatMap(path -> project.workspace().read(path, LARGEST).stream()
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                                .flatMap(text -> obstacle(path, text).stream()))
                        .findFirst());
    }

    private static Optional<String> obstacle(ProjectPath path, String text) {
        if (WITHOUT_SECRETS.stream().anyMatch(text::contains)) {
            return Optional.of(
                    path + " builds with kaniko, which mounts no secrets; it reads files below /kaniko instead");
        }
        return WITHOUT_VARIABLES.stream().anyMatch(text::contains)
                ? Optional.of(withoutVariables(path))
                : Optional.empty();
    }

    private static String withoutVariables(ProjectPath path) {
        return path + " builds with podman or buildah, where a mount cannot set a variable (env=);"
                + " read the secret from /run/secrets in the command";
    }

    /** Returns the reason, with the file, why a secret cannot be mounted as a variable; empty where nothing says so. */
    static Optional<String> obstacle(Project project) {
        return project.files().stream()
                .filter(BuildTool::usesPodman)
                .findFirst()
                .map(file -> withoutVariables(file.path()));
    }

    /** Returns the program for the sentence that names the build command. */
    static String name(Project project) {
        return obstacle(project).isPresent() ? "podman" : "docker";
    }

    private static boolean usesPodman(ProjectFile file) {
        String text = file.source().text();
        if (!file.kind().holdsCommands() || WITHOUT_VARIABLES.stream().noneMatch(text::contains)) {
            return false;
        }
        List<ImageBuild> builds = ImageBuild.of(file);
        return builds.isEmpty()
                || builds.stream().anyMatch(build -> !build.command().program().equals("docker"));
    }
}

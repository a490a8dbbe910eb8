package dev.drydock.transform.builtin.secrets;

import dev.drydock.project.ImageBuild;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.List;
import java.util.Optional;

/** With which program a project builds its images, as its commands say. */
final class BuildTool {
    /** Commands of builders that do not know {@code env=} in mounts (containers/buildah, run mounts of type secret). */
    private static final List<String> WITHOUT_VARIABLES = List.of(
            "podman build", "podman image build", "podman-compose", "podman compose", "buildah bud", "buildah build");

    private BuildTool() {}

    /** Returns the reason, with the file, why a secret cannot be mounted as a variable; empty where nothing says so. */
    static Optional<String> obstacle(Project project) {
        return project.files().stream()
                .filter(BuildTool::usesPodman)
                .findFirst()
                .map(file -> file.path() + " builds with podman or buildah, where a mount cannot set a variable (env=);"
                        + " read the secret from /run/secrets in the command");
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

package dev.drydock.transform.builtin.images;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.DotEnv;
import dev.drydock.knowledge.Images;
import dev.drydock.model.CommandImages;
import dev.drydock.model.ComposeImages;
import dev.drydock.model.DockerfileImages;
import dev.drydock.model.ImagePlaces;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import dev.drydock.script.Fragment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where files of each kind name images: the one view that the transforms and the lock file share. */
public final class NamedImages {
    private static final int LARGEST_ENVIRONMENT = 1 << 20;
    /** What compose reads without being told to, beside the file itself. */
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yaml",
            "compose.override.yml",
            "docker-compose.override.yaml",
            "docker-compose.override.yml");

    private NamedImages() {}

    /** Returns the images that a file names; empty for a kind of file that names none, or that Docker would refuse. */
    public static Optional<ImagePlaces> in(Project project, ProjectFile file, Images images) {
        return switch (file.kind()) {
            case DOCKERFILE ->
                file.dockerfile().isSound() ? Optional.of(DockerfileImages.of(file.build(images))) : Optional.empty();
            case COMPOSE -> ofCompose(project, file, images);
            // The command lines of a document are examples to read, with names that say what is meant.
            case SHELL_SCRIPT, MAKEFILE, CI_WORKFLOW, SYSTEMD_UNIT -> Optional.of(ofCommands(project, file));
            default -> Optional.empty();
        };
    }

    private static ImagePlaces ofCommands(Project project, ProjectFile file) {
        List<Fragment> together = project.files().stream()
                .filter(other -> other != file)
                .flatMap(other -> other.fragments().stream())
                .toList();
        return CommandImages.of(file.source(), file.fragments(), together);
    }

    private static Optional<ImagePlaces> ofCompose(Project project, ProjectFile file, Images images) {
        ComposeFile compose = project.compose(file);
        if (compose.hasErrors()) {
            return Optional.empty();
        }
        ProjectPath folder = file.path().parent();
        Set<ProjectPath> together = new LinkedHashSet<>();
        project.files(FileKind.COMPOSE).map(ProjectFile::path).forEach(together::add);
        OVERRIDES.forEach(name -> folder.resolve(name).ifPresent(together::add));
        together.remove(file.path());
        List<ComposeFile> others = together.stream()
                .flatMap(path -> project.composeAt(path).stream())
                .toList();
        return Optional.of(ComposeImages.of(compose, others, environment(project.workspace(), folder), images));
    }

    private static Map<String, String> environment(Workspace workspace, ProjectPath folder) {
        return folder.resolve(".env")
                .flatMap(path -> workspace.read(path, LARGEST_ENVIRONMENT))
                .map(bytes -> DotEnv.parse(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(Map.of());
    }
}

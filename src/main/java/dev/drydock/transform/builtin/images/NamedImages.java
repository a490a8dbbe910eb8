package dev.drydock.transform.builtin.images;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.DotEnv;
import dev.drydock.knowledge.Images;
import dev.drydock.model.CommandImages;
import dev.drydock.model.ComposeImages;
import dev.drydock.model.DockerfileImages;
import dev.drydock.model.ImagePlaces;
import dev.drydock.model.MadeImages;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.script.Fragment;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
                file.dockerfile().isSound()
                        ? Optional.of(DockerfileImages.of(file.build(images), made(project, file)))
                        : Optional.empty();
            case COMPOSE ->
                project.compose(file).hasErrors() ? Optional.empty() : Optional.of(ofCompose(project, file, images));
            // The command lines of a document are examples to read, with names that say what is meant.
            case SHELL_SCRIPT, MAKEFILE, CI_WORKFLOW, SYSTEMD_UNIT ->
                Optional.of(CommandImages.of(file.source(), file.fragments(), made(project, file)));
            default -> Optional.empty();
        };
    }

    private static ImagePlaces ofCompose(Project project, ProjectFile file, Images images) {
        ComposeFile compose = project.compose(file);
        List<ComposeFile> others =
                composeFiles(project, file).filter(other -> other != compose).toList();
        return ComposeImages.of(compose, others, environment(project, file), made(project, file), images);
    }

    private static MadeImages made(Project project, ProjectFile file) {
        List<Fragment> fragments = project.files().stream()
                .flatMap(other -> other.fragments().stream())
                .toList();
        return MadeImages.of(composeFiles(project, file).toList(), environment(project, file), fragments);
    }

    /** Returns the compose files of the project, and those that compose would find beside them. */
    private static Stream<ComposeFile> composeFiles(Project project, ProjectFile file) {
        Set<ProjectPath> paths = new LinkedHashSet<>();
        project.files(FileKind.COMPOSE).map(ProjectFile::path).forEach(paths::add);
        ProjectPath folder = file.path().parent();
        OVERRIDES.forEach(name -> folder.resolve(name).ifPresent(paths::add));
        return paths.stream().flatMap(path -> project.composeAt(path).stream());
    }

    private static Map<String, String> environment(Project project, ProjectFile file) {
        return file.path()
                .parent()
                .resolve(".env")
                .flatMap(path -> project.workspace().read(path, LARGEST_ENVIRONMENT))
                .map(bytes -> DotEnv.parse(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(Map.of());
    }
}

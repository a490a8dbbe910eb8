package dev.drydock.transform.builtin.user;

import dev.drydock.compose.Setting;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.Images;
import dev.drydock.model.BuildStage;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The Dockerfiles of a project that start from the image that another one builds, known by the name that a service gives it.
 * They inherit its user, and their RUNs may need root.
 */
final class Derivatives {
    private Derivatives() {}

    /** Returns what says that another image is based on the one that a Dockerfile builds, or empty. */
    static Optional<String> reason(Project project, ProjectFile dockerfile, BuildingServices services, Images images) {
        Set<String> names = services.services().stream()
                .flatMap(service -> service.image().flatMap(Setting::text).stream())
                .flatMap(text -> name(text).stream())
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return project.files(FileKind.DOCKERFILE)
                .filter(other -> !other.path().equals(dockerfile.path()))
                .filter(other -> other.build(images).stages().stream()
                        .map(BuildStage::image)
                        .flatMap(image -> name(image.text()).stream())
                        .anyMatch(names::contains))
                .findFirst()
                .map(other -> other.path() + " is based on this image, and would run its build steps as the same user");
    }

    private static Optional<String> name(String image) {
        return ImageReference.parse(image).map(ImageReference::canonicalName);
    }
}

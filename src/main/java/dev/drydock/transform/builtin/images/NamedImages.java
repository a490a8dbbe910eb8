package dev.drydock.transform.builtin.images;

import dev.drydock.knowledge.Images;
import dev.drydock.model.ImagePlaces;
import dev.drydock.project.FileKind;
import dev.drydock.project.ProjectFile;
import java.util.Optional;

/** Where files of each kind name images: the one view that the transforms and the lock file share. */
public final class NamedImages {
    private NamedImages() {}

    /** Returns the images that a file names; empty for a kind of file that names none, or that Docker would refuse. */
    public static Optional<ImagePlaces> in(ProjectFile file, Images images) {
        if (file.kind() != FileKind.DOCKERFILE || !file.dockerfile().isSound()) {
            return Optional.empty();
        }
        return Optional.of(ImagePlaces.of(file.build(images)));
    }
}

package dev.drydock.transform.builtin.images;

import dev.drydock.edit.Rewrite;
import dev.drydock.image.ImageDigests;
import dev.drydock.image.ImageReference;
import dev.drydock.model.ImagePlace;
import dev.drydock.model.ImagePlaces;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Transform;
import dev.drydock.transform.builtin.FileSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A transform that judges one named image at a time. */
abstract class ImageTransform implements Transform {
    private final String id;

    ImageTransform(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<Finding> inspect(Inspection inspection) {
        List<Finding> findings = new ArrayList<>();
        for (ProjectFile file : inspection.project().files()) {
            NamedImages.in(
                            inspection.project(),
                            file,
                            inspection.facts().knowledge().images())
                    .ifPresent(places -> {
                        for (ImagePlace place : places.all()) {
                            inspect(new Subject(id, inspection, file, places, place, findings));
                        }
                    });
        }
        return List.copyOf(findings);
    }

    /** Judges one image and reports to the subject. */
    abstract void inspect(Subject subject);

    /** One image under inspection, and where findings go. */
    static final class Subject extends FileSubject {
        private final ImagePlaces places;
        private final ImagePlace place;

        private Subject(
                String id,
                Inspection inspection,
                ProjectFile file,
                ImagePlaces places,
                ImagePlace place,
                List<Finding> findings) {
            super(id, file, inspection, findings);
            this.places = places;
            this.place = place;
        }

        ImageDigests locked() {
            return inspection().facts().images();
        }

        ImagePlaces places() {
            return places;
        }

        ImagePlace place() {
            return place;
        }

        Optional<ImageReference> reference() {
            return place.reference();
        }

        void repair(String message, Rewrite rewrite) {
            repair(place.range(), message, rewrite);
        }

        void abstain(String message, String reason) {
            abstain(place.range(), message, reason);
        }

        void advise(String message, String advice) {
            advise(place.range(), message, advice);
        }

        void notNeeded(String message, String reason) {
            notNeeded(place.range(), message, reason);
        }
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Provenance;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Inspection;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A place that several services take something from: an anchor, or a service that others extend. It is edited where every
 * service that it reaches wants the edit, and reported once, for the first of them.
 */
final class SharedPlace {
    private final Inspection inspection;
    private final ProjectFile file;
    private final YamlElement element;
    private final Provenance provenance;

    SharedPlace(Inspection inspection, ProjectFile file, YamlElement element, Provenance provenance) {
        this.inspection = inspection;
        this.file = file;
        this.element = element;
        this.provenance = provenance;
    }

    /**
     * Returns why the place is left as it is.
     *
     * @param wants whether a service is known to do without, or takes nothing from this place
     */
    Optional<String> obstacle(Predicate<Hardening> wants) {
        String origin = switch (provenance.origin()) {
            case OWN -> "other services use it by its anchor";
            case ANCHOR -> "it comes from an anchor";
            case BASE -> "it comes from the service that is extended";
        };
        if (!compose().document().equals(Optional.of(element.document()))) {
            return Optional.of(origin + " of another file");
        }
        if (element.parent()
                .filter(parent -> parent instanceof YamlMapping mapping && isAlone(mapping))
                .isPresent()) {
            return Optional.of(origin + ", of which nothing would be left");
        }
        List<Hardening> known = Hardening.of(inspection, file);
        return provenance.reaches().stream()
                .sorted()
                .filter(name -> known.stream().noneMatch(each -> isNamed(each, name) && wants.test(each)))
                .findFirst()
                .map(name -> origin + ", and cannot tell whether " + name + " can do without");
    }

    private ComposeFile compose() {
        return inspection.project().compose(file);
    }

    private static boolean isAlone(YamlMapping mapping) {
        return mapping.entries().size() == 1;
    }

    private static boolean isNamed(Hardening hardening, String name) {
        return hardening.service().name().equals(name);
    }

    /** Returns whether the service is the first in its file of those that the place reaches. */
    boolean isFirst(Hardening hardening) {
        return compose().services().stream()
                .map(ComposeService::name)
                .filter(provenance.reaches()::contains)
                .findFirst()
                .equals(Optional.of(hardening.service().name()));
    }
}

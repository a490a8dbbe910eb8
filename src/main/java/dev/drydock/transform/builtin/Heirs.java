package dev.drydock.transform.builtin;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.DerivedImages;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What other Dockerfiles that are based on an image make of a repair which takes something away from it: a question. */
final class Heirs {
    private Heirs() {}

    /** Returns a finding whose repair is only suggested, if it takes away what another Dockerfile may have inherited. */
    static Finding asked(Finding finding, Project project, ProjectFile file, Build build) {
        if (finding.rewrite().isEmpty() || !isHandedOn(finding.range(), project, file, build)) {
            return finding;
        }
        List<DerivedImages.Derived> derived = DerivedImages.of(project, file, build.images());
        if (derived.isEmpty()) {
            return finding;
        }
        Rewrite rewrite = finding.rewrite().get();
        List<String> assumptions = new ArrayList<>(rewrite.assumptions());
        assumptions.add(derived.get(0).place() + " is based on this image, and needs nothing of what goes.");
        Rewrite suggested = rewrite.withSafety(Safety.SUGGEST).withAssumptions(assumptions);
        return new Finding(
                finding.transform(), finding.path(), finding.range(), finding.message(), new Outcome.Repair(suggested));
    }

    private static boolean isHandedOn(TextRange range, Project project, ProjectFile file, Build build) {
        Set<String> targets = new HashSet<>(project.imagesAround(file).targetsOf(file.path()));
        targets.addAll(BuildingServices.targets(project, file));
        return build.stages().stream()
                .filter(stage -> stage.stage().from().range().start() <= range.start())
                .reduce((first, second) -> second)
                .filter(stage -> stage.isPartOfImage() || isTarget(stage, targets))
                .isPresent();
    }

    private static boolean isTarget(BuildStage stage, Set<String> targets) {
        return stage.stage().name().filter(targets::contains).isPresent();
    }
}

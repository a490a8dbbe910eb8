package dev.drydock.transform.builtin.user;

import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.project.BuildingServices;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The stages of a file that containers run: the last one, and those that services and command lines build by name. Where one
 * builds a stage and the last one only starts from it, nothing of the project runs the last one.
 */
final class RunningStages {
    private final Build build;
    private final Set<String> targets;

    private RunningStages(Build build, Set<String> targets) {
        this.build = build;
        this.targets = targets;
    }

    static RunningStages of(Project project, ProjectFile file, Build build) {
        Set<String> targets = new LinkedHashSet<>(BuildingServices.targets(project, file));
        targets.addAll(project.imagesAround(file).targetsOf(file.path()));
        return new RunningStages(build, targets);
    }

    /** Returns the stages, in the order of the file. */
    List<BuildStage> stages() {
        Set<BuildStage> named = new LinkedHashSet<>();
        for (BuildStage stage : build.stages()) {
            if (!stage.isFinal() && isNamed(stage)) {
                named.add(stage);
            }
        }
        Optional<BuildStage> last = build.finalStage();
        boolean asked = targets.contains("") || last.filter(this::isNamed).isPresent();
        boolean heir =
                named.stream().anyMatch(stage -> stage.descendants().stream().anyMatch(BuildStage::isFinal));
        last.filter(stage -> asked || !heir).ifPresent(named::add);
        return List.copyOf(named);
    }

    private boolean isNamed(BuildStage stage) {
        int index = build.stages().indexOf(stage);
        return targets.stream()
                .anyMatch(target ->
                        stage.stage().name().filter(target::equalsIgnoreCase).isPresent()
                                || target.equals(String.valueOf(index)));
    }
}

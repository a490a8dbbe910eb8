package dev.drydock.transform.builtin.packages;

import dev.drydock.compose.Setting;
import dev.drydock.model.BuildStage;
import dev.drydock.project.FileKind;
import dev.drydock.project.ImageBuild;
import dev.drydock.project.Project;
import dev.drydock.shell.commands.ContainerCommand;
import java.util.Optional;

/** Which stages no image is made of, so that nothing is gained by a smaller layer. */
final class ThrownAway {
    static final String REASON = "the layers of this stage are thrown away";

    private ThrownAway() {}

    /** Returns whether a stage is neither the last one nor below it, and no command or service of the project builds it. */
    static boolean is(Project project, BuildStage stage) {
        if (stage.isFinal() || stage.descendants().stream().anyMatch(BuildStage::isFinal)) {
            return false;
        }
        return stage.stage().name().filter(name -> isTarget(project, name)).isEmpty();
    }

    private static boolean isTarget(Project project, String name) {
        boolean service = project.files(FileKind.COMPOSE)
                .filter(file -> !project.compose(file).hasErrors())
                .flatMap(file -> project.compose(file).services().stream())
                .flatMap(each -> each.build().stream())
                .anyMatch(build -> build.target()
                        .flatMap(Setting::text)
                        .filter(name::equalsIgnoreCase)
                        .isPresent());
        return service
                || project.files().stream()
                        .flatMap(file -> ImageBuild.of(file).stream())
                        .flatMap(build -> build.command().flags("target").stream())
                        .map(ContainerCommand.Flag::value)
                        .flatMap(Optional::stream)
                        .anyMatch(value ->
                                value.known().filter(name::equalsIgnoreCase).isPresent());
    }
}

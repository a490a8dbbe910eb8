package dev.drydock.transform.builtin.stages;

import dev.drydock.compose.ComposeService;
import dev.drydock.project.ContainerUse;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import java.util.Optional;

/** Services of the project that run the image in another way than the Dockerfile says. */
final class ComposeUses {
    private ComposeUses() {}

    /** Throws {@link UnclearException} for a service that starts another command, or brings its own files. */
    static void check(Project project, ProjectFile dockerfile) {
        for (ProjectFile file : project.files(FileKind.COMPOSE).toList()) {
            for (ComposeService service : project.compose(file).services()) {
                boolean builds = service.build()
                        .flatMap(build -> build.dockerfilePath())
                        .flatMap(path -> file.path().parent().resolve(path))
                        .filter(dockerfile.path()::equals)
                        .isPresent();
                if (builds
                        && (service.command().isPresent()
                                || service.entrypoint().isPresent())) {
                    throw new UnclearException(
                            "the service " + service.name() + " of " + file.path() + " starts another command");
                }
                Optional<String> guest = builds ? guest(project, file, service.name()) : Optional.empty();
                if (guest.isPresent()) {
                    throw new UnclearException(
                            guest.get() + " starts another program in the service " + service.name());
                }
                if (builds
                        && service.volumes().stream()
                                .anyMatch(volume -> volume.source()
                                        .filter(text -> text.startsWith("."))
                                        .isPresent())) {
                    throw new UnclearException("the service " + service.name() + " of " + file.path()
                            + " mounts directories of the project");
                }
            }
        }
    }

    /** Returns the place of a command that starts a shell, a tool or a test where the runtime stage has only the program. */
    private static Optional<String> guest(Project project, ProjectFile file, String service) {
        return project.commandsAround(file).uses().stream()
                .filter(use -> use.kind() == ContainerUse.Kind.EXEC || use.kind() == ContainerUse.Kind.START)
                .filter(use -> use.isCompose()
                        && use.targetText().equals(service)
                        && !use.words().isEmpty())
                .map(ContainerUse::place)
                .findFirst();
    }
}

package dev.drydock.engine;

import dev.drydock.compose.ComposeService;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.compose.Setting;
import dev.drydock.edit.FileChange;
import dev.drydock.knowledge.Images;
import dev.drydock.model.BaseImage;
import dev.drydock.model.Build;
import dev.drydock.model.WindowsSigns;
import dev.drydock.project.FileKind;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Outcome;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Leaves Dockerfiles for Windows as they are, whichever rule would change them. */
final class WindowsFiles {
    private WindowsFiles() {}

    /** Returns the finding, without its repair where that is for a Dockerfile for Windows or would edit one. */
    static Finding left(Finding finding, Project project, Images images) {
        if (finding.rewrite().isEmpty()) {
            return finding;
        }
        Set<ProjectPath> paths = new LinkedHashSet<>();
        paths.add(finding.path());
        finding.rewrite().get().changes().stream()
                .filter(FileChange.Edits.class::isInstance)
                .map(FileChange::path)
                .forEach(paths::add);
        Optional<String> sign = paths.stream()
                .flatMap(path -> project.file(path).stream())
                .filter(file -> file.kind() == FileKind.DOCKERFILE)
                .flatMap(file -> sign(file, images).stream())
                .findFirst();
        Optional<String> reason = sign.map(found -> "the Dockerfile is for Windows: " + found)
                .or(() -> service(finding, project, images));
        return reason.map(found -> new Finding(
                        finding.transform(),
                        finding.path(),
                        finding.range(),
                        finding.message(),
                        new Outcome.Abstained(found)))
                .orElse(finding);
    }

    /** Returns why the service that the finding is about runs on Windows, where most keys of compose have no meaning. */
    private static Optional<String> service(Finding finding, Project project, Images images) {
        return project.file(finding.path())
                .filter(file -> file.kind() == FileKind.COMPOSE)
                .flatMap(file -> project.compose(file).services().stream()
                        .filter(service -> service.entry().range().start()
                                        <= finding.range().start()
                                && finding.range().end()
                                        <= service.entry().range().end())
                        .findFirst())
                .filter(service -> isForWindows(service, finding.path(), project, images))
                .map(service -> "the service " + service.name() + " is for Windows");
    }

    private static boolean isForWindows(ComposeService service, ProjectPath compose, Project project, Images images) {
        boolean image = service.image()
                .flatMap(Setting::text)
                .filter(text -> new BaseImage(text, Optional.empty(), Optional.empty()).isWindows())
                .isPresent();
        boolean platform = service.setting("platform")
                .flatMap(Setting::text)
                .filter(text -> text.startsWith("windows"))
                .isPresent();
        boolean isolation = service.setting("isolation")
                .flatMap(Setting::text)
                .filter(text -> text.equals("hyperv") || text.equals("process"))
                .isPresent();
        return image
                || platform
                || isolation
                || service.build()
                        .flatMap(ServiceBuild::dockerfilePath)
                        .flatMap(path -> compose.parent().resolve(path))
                        .flatMap(project::file)
                        .filter(file -> file.kind() == FileKind.DOCKERFILE)
                        .flatMap(file -> sign(file, images))
                        .isPresent();
    }

    private static Optional<String> sign(ProjectFile file, Images images) {
        return file.dockerfile().isSound()
                ? file.build(images).derived(Sign.class, Sign::of).text()
                : Optional.empty();
    }

    /** What is asked for each finding, and found once for each file. */
    private record Sign(Optional<String> text) {
        static Sign of(Build build) {
            return new Sign(WindowsSigns.of(build));
        }
    }
}

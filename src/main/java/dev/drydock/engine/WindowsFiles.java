package dev.drydock.engine;

import dev.drydock.edit.FileChange;
import dev.drydock.knowledge.Images;
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
        return sign.map(found -> new Finding(
                        finding.transform(),
                        finding.path(),
                        finding.range(),
                        finding.message(),
                        new Outcome.Abstained("the Dockerfile is for Windows: " + found)))
                .orElse(finding);
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

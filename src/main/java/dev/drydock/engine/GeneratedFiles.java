package dev.drydock.engine;

import dev.drydock.edit.FileChange;
import dev.drydock.project.Project;
import dev.drydock.project.ProjectPath;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Outcome;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves files as they are that a program writes: the next time that it runs, a fix would be lost. */
final class GeneratedFiles {
    /** What is found does not change: a file that counts is never edited. */
    private final Map<ProjectPath, Optional<String>> signs = new HashMap<>();

    /** Returns the finding, without its fix where that would edit a generated file. */
    Finding left(Finding finding, Project project) {
        if (finding.rewrite().isEmpty()) {
            return finding;
        }
        Set<ProjectPath> paths = new LinkedHashSet<>();
        finding.rewrite().get().changes().stream()
                .filter(FileChange.Edits.class::isInstance)
                .map(FileChange::path)
                .forEach(paths::add);
        // What a new file is for goes with the file that needs it: its directory is made anew, too.
        boolean creates = finding.rewrite().get().changes().stream().anyMatch(FileChange.Creation.class::isInstance);
        if (creates) {
            paths.add(finding.path());
        }
        Optional<String> sign = paths.stream()
                .flatMap(path -> project.file(path).stream())
                .flatMap(file ->
                        signs
                                .computeIfAbsent(file.path(), path -> GeneratedSign.of(file, project.workspace()))
                                .stream())
                .findFirst();
        return sign.map(what -> new Finding(
                        finding.transform(),
                        finding.path(),
                        finding.range(),
                        finding.message(),
                        new Outcome.Abstained(what)))
                .orElse(finding);
    }
}

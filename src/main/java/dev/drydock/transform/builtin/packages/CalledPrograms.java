package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.knowledge.Writers;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.project.ProjectFile;
import dev.drydock.transform.Inspection;
import dev.drydock.written.CopiedScripts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The programs that a stage and those that are built on it call: in RUNs, at their start and in the scripts that they copy. */
final class CalledPrograms {
    private final StagePrograms runs;
    private final Map<BuildStage, Set<String>> programs = new HashMap<>();
    private final Map<BuildStage, Set<String>> own = new HashMap<>();

    CalledPrograms(Build build) {
        this.runs = build.derived(StagePrograms.class, StagePrograms::new);
    }

    Set<String> in(BuildStage stage, Inspection inspection, ProjectFile file) {
        return programs.computeIfAbsent(stage, unseen -> {
            Set<String> names = new LinkedHashSet<>(called(unseen, inspection, file));
            unseen.descendants().forEach(each -> names.addAll(called(each, inspection, file)));
            return names;
        });
    }

    private Set<String> called(BuildStage stage, Inspection inspection, ProjectFile file) {
        Set<String> known = own.get(stage);
        if (known == null) {
            Set<String> names = new LinkedHashSet<>(runs.of(stage));
            if (stage.history().stream().anyMatch(FileTransfer.class::isInstance)) {
                Writers writers = inspection.facts().knowledge().writers();
                CopiedScripts.of(inspection.project(), file, stage, writers)
                        .values()
                        .forEach(script ->
                                script.simpleCommands().forEach(each -> names.addAll(StagePrograms.of(each))));
            }
            own.put(stage, names);
            known = names;
        }
        return known;
    }
}

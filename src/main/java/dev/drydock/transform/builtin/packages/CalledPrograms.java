package dev.drydock.transform.builtin.packages;

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

    CalledPrograms(Build build) {
        this.runs = build.derived(StagePrograms.class, StagePrograms::new);
    }

    Set<String> in(BuildStage stage, Inspection inspection, ProjectFile file) {
        return programs.computeIfAbsent(stage, unseen -> {
            Set<String> names = new LinkedHashSet<>();
            Writers writers = inspection.facts().knowledge().writers();
            add(unseen, names, inspection, file, writers);
            unseen.descendants().forEach(each -> add(each, names, inspection, file, writers));
            return names;
        });
    }

    private void add(BuildStage stage, Set<String> names, Inspection inspection, ProjectFile file, Writers writers) {
        names.addAll(runs.of(stage));
        CopiedScripts.of(inspection.project(), file, stage, writers)
                .values()
                .forEach(script -> script.simpleCommands().forEach(each -> names.addAll(StagePrograms.of(each))));
    }
}

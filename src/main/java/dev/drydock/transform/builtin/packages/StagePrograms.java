package dev.drydock.transform.builtin.packages;

import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The programs that the RUNs of each stage start. */
final class StagePrograms {
    private final Build build;
    private final Map<BuildStage, Set<String>> ofRuns = new HashMap<>();
    private final Map<BuildStage, Set<String>> programs = new HashMap<>();
    private final Map<String, Set<BuildStage>> runInOrBehind = new HashMap<>();

    StagePrograms(Build build) {
        this.build = build;
    }

    /** Returns the programs that the RUNs of a stage start, and the one that its container starts. */
    Set<String> of(BuildStage stage) {
        return programs.computeIfAbsent(stage, unseen -> {
            Set<String> names = new LinkedHashSet<>(ofRuns(unseen));
            unseen.startCommand().words().stream().findFirst().ifPresent(names::add);
            return names;
        });
    }

    private Set<String> ofRuns(BuildStage stage) {
        return ofRuns.computeIfAbsent(stage, StagePrograms::read);
    }

    private static Set<String> read(BuildStage stage) {
        Set<String> names = new LinkedHashSet<>();
        for (RunScript script : stage.scripts()) {
            script.commands().forEach(command -> names.addAll(of(command)));
        }
        return names;
    }

    /** Returns the programs that a command starts: also the one that starts the other, such as {@code fakeroot}. */
    static Set<String> of(SimpleCommand command) {
        Invocation invocation = Invocation.of(command);
        Set<String> names = new LinkedHashSet<>(invocation.wrappers());
        invocation.program().ifPresent(names::add);
        return names;
    }

    /** Returns whether a RUN of a stage, or of one that is built on it, starts a program. */
    boolean runInOrBehind(BuildStage stage, String program) {
        return runInOrBehind.computeIfAbsent(program, this::stagesBefore).contains(stage);
    }

    private Set<BuildStage> stagesBefore(String program) {
        Set<BuildStage> found = new HashSet<>();
        List<BuildStage> stages = build.stages();
        for (int i = stages.size() - 1; i >= 0; i--) {
            BuildStage stage = stages.get(i);
            if (found.contains(stage) || ofRuns(stage).contains(program)) {
                found.add(stage);
                stage.parent().ifPresent(found::add);
            }
        }
        return found;
    }
}

package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.Safety;
import dev.drydock.edit.ShellEditor;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.AptGet;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Removes the package lists of apt in the layer that fetched them. */
public final class AptCleanLists extends ShellTransform {
    private static final String MESSAGE = "the apt package lists stay in the layer";

    public AptCleanLists() {
        super("apt-clean-lists");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        Optional<AptGet> update = script.commands().stream()
                .flatMap(command -> AptGet.from(command).stream())
                .filter(AptGet::updates)
                .findFirst();
        if (update.isEmpty()) {
            return;
        }
        SimpleCommand command = update.get().command();
        TextRange place = script.toFile(command.range());
        if (AptLists.areRemoved(script)) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes them");
            return;
        }
        if (CacheMounts.cover(script.run(), List.of(AptLists.FOLDER))) {
            subject.notNeeded(place, MESSAGE, "they are on a mount");
            return;
        }
        Optional<Instruction> use = AptLists.nextUse(stage, script.run());
        if (use.isPresent()) {
            subject.abstain(place, MESSAGE, "the install on line " + use.get().line() + " relies on them");
            return;
        }
        ShellEditor editor = subject.editor(script);
        Optional<String> obstacle = editor.obstacleToAppend();
        if (obstacle.isPresent()) {
            subject.abstain(place, MESSAGE, obstacle.get());
            return;
        }
        boolean sudo = update.get().invocation().wrappers().contains("sudo");
        subject.repair(
                place,
                MESSAGE,
                "remove the lists in the same layer",
                Safety.SAFE,
                List.of(editor.append((sudo ? "sudo " : "") + "rm -rf " + AptLists.FOLDER + "/*")));
    }
}

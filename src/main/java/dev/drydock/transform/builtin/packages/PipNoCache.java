package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Pip;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;

/** Lets pip keep no copy of what it downloads. */
public final class PipNoCache extends ShellTransform {
    private static final String MESSAGE = "the pip download cache stays in the layer";

    public PipNoCache() {
        super("pip-no-cache");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Pip.from(command)
                    .filter(pip -> pip.does("install") && !pip.skipsCache())
                    .ifPresent(pip -> inspect(subject, stage, script, pip));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, Pip pip) {
        TextRange place = script.toFile(pip.command().range());
        boolean set = stage.historyBefore(script.run()).stream().anyMatch(instruction -> mentions(instruction.text()))
                || mentions(script.run().text());
        if (set) {
            subject.notNeeded(place, MESSAGE, "a setting of pip decides about the cache");
        } else if (pip.has("--cache-dir")
                || CacheMounts.cover(script.run(), List.of("/root/.cache", "/root/.cache/pip", "/home"))) {
            subject.notNeeded(place, MESSAGE, "it is on a mount, or in a folder of its own");
        } else if (isCopiedElsewhere(subject)) {
            subject.abstain(place, MESSAGE, "another stage copies the cache");
        } else {
            TextEdit edit = TextEdit.insert(pip.insertionPointForOptionInFile(), " --no-cache-dir");
            subject.repair(place, MESSAGE, "use --no-cache-dir", Safety.SAFE, List.of(edit));
        }
    }

    private static boolean isCopiedElsewhere(Subject subject) {
        return subject.build().stages().stream()
                .flatMap(stage -> stage.stage().instructions(CopyInstruction.class))
                .filter(copy -> copy.from().isPresent())
                .anyMatch(copy -> copy.text().contains(".cache") || copy.text().contains(" /root "));
    }

    private static boolean mentions(String text) {
        return text.contains("PIP_NO_CACHE_DIR")
                || text.contains("PIP_CACHE_DIR")
                || text.contains("no-cache-dir =")
                || text.contains("global.no-cache-dir");
    }
}

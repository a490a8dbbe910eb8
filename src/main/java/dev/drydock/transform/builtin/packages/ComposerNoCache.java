package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Composer;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;

/** Lets composer keep no copy of what it downloads. */
public final class ComposerNoCache extends ShellTransform {
    private static final String MESSAGE = "the composer download cache stays in the layer";
    private static final List<String> CACHES =
            List.of("/root/.composer", "/root/.cache", "/tmp/cache", "/home", "/composer");

    public ComposerNoCache() {
        super("composer-no-cache");
    }

    @Override
    protected void inspect(Subject subject, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Composer.from(command)
                    .filter(composer -> composer.installs() && !composer.has("--no-cache"))
                    .ifPresent(composer -> inspect(subject, stage, script, composer));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, RunScript script, Composer composer) {
        TextRange place = script.toFile(composer.command().range());
        String file = subject.file().source().text();
        boolean set = stage.historyBefore(script.run()).stream()
                        .anyMatch(instruction -> instruction.text().contains("COMPOSER_CACHE_DIR"))
                || script.run().text().contains("COMPOSER_CACHE_DIR");
        if (set) {
            subject.notNeeded(place, MESSAGE, "a setting of composer decides about the cache");
        } else if (CacheMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
        } else if (file.contains("--version=1") || file.contains("--1") || file.contains("composer:1")) {
            subject.abstain(place, MESSAGE, "old versions of composer do not know --no-cache");
        } else {
            TextEdit edit = TextEdit.insert(composer.insertionPointForOptionInFile(), " --no-cache");
            subject.repair(place, MESSAGE, "use --no-cache", Safety.SAFE, List.of(edit));
        }
    }
}

package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CommandEnvironment;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Composer;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Lets composer keep no copy of what it downloads. */
public final class ComposerNoCache extends CacheTransform {
    private static final String MESSAGE = "the composer download cache stays in the layer";
    private static final List<String> CACHES =
            List.of("/root/.composer", "/root/.cache", "/tmp/cache", "/home", "/composer");

    public ComposerNoCache() {
        super(
                "composer-no-cache",
                new PackageCache(
                        "composer",
                        List.of("/root/.composer/cache", "/root/.cache/composer", "/tmp/cache"),
                        "composer/cache",
                        Composer::from));
    }

    @Override
    protected void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Composer.from(command)
                    .filter(composer -> composer.installs() && !composer.has("--no-cache"))
                    .ifPresent(composer -> inspect(subject, uses, stage, script, composer));
        }
    }

    private static void inspect(
            Subject subject, CacheUses uses, BuildStage stage, RunScript script, Composer composer) {
        TextRange place = script.toFile(composer.command().range());
        String file = subject.file().source().text();
        boolean set = CommandEnvironment.of(stage, script, composer.command()).sets("COMPOSER_CACHE_DIR");
        Optional<String> use = uses.broughtBefore(stage, script.run())
                .or(() -> uses.after(stage, script, composer.command()))
                .or(() -> OldTool.obstacle(
                        subject.inspection().facts().knowledge().oldTools(),
                        stage,
                        script,
                        composer.command(),
                        "composer --no-cache"));
        if (set) {
            subject.notNeeded(place, MESSAGE, "a setting of composer decides about the cache");
        } else if (uses.isOffline(stage, script, composer.command())) {
            subject.notNeeded(place, MESSAGE, "the command is told to use the cache");
        } else if (RunMounts.cover(script.run(), CACHES)) {
            subject.notNeeded(place, MESSAGE, "it is on a mount");
        } else if (uses.isRemovedWhereAsked(script, composer.command())) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes it");
        } else if (file.contains("--version=1") || file.contains("--1") || file.contains("composer:1")) {
            subject.abstain(place, MESSAGE, "old versions of composer do not know --no-cache");
        } else if (use.isPresent()) {
            subject.abstain(place, MESSAGE, use.get());
        } else {
            TextEdit edit = TextEdit.insert(composer.insertionPointForOptionInFile(), " --no-cache");
            subject.repair(place, MESSAGE, "use --no-cache", Safety.SAFE, List.of(edit));
        }
    }
}

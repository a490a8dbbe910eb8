package dev.drydock.transform.builtin.packages;

import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.CommandEnvironment;
import dev.drydock.model.RunMounts;
import dev.drydock.model.RunScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Pip;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Lets pip keep no copy of what it downloads. */
public final class PipNoCache extends CacheTransform {
    private static final String MESSAGE = "the pip download cache stays in the layer";

    public PipNoCache() {
        super("pip-no-cache", new PackageCache("pip", List.of("/root/.cache/pip"), ".cache/pip", Pip::from));
    }

    @Override
    protected void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script) {
        for (SimpleCommand command : script.commands()) {
            Pip.from(command)
                    .filter(pip -> pip.does("install") && !pip.skipsCache())
                    .ifPresent(pip -> inspect(subject, uses, stage, script, pip));
        }
    }

    private static void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script, Pip pip) {
        TextRange place = script.toFile(pip.command().range());
        boolean set = CommandEnvironment.of(stage, script, pip.command()).sets("PIP_NO_CACHE_DIR", "PIP_CACHE_DIR")
                || uses.isSaidBefore(stage, script.run(), PipNoCache::mentions)
                || mentions(script.run().text());
        Optional<String> use = uses.broughtBefore(stage, script.run())
                .or(() -> uses.after(stage, script, pip.command()))
                .or(() -> purgedLater(stage, script))
                .or(() -> OldTool.obstacle(
                        subject.inspection().facts().knowledge().oldTools(),
                        stage,
                        script,
                        pip.command(),
                        "pip --no-cache-dir"));
        if (set) {
            subject.notNeeded(place, MESSAGE, "a setting of pip decides about the cache");
        } else if (pip.has("--cache-dir")
                || RunMounts.cover(script.run(), List.of("/root/.cache", "/root/.cache/pip", "/home"))) {
            subject.notNeeded(place, MESSAGE, "it is on a mount, or in a directory of its own");
        } else if (isEmptiedAfter(uses, script, pip)) {
            subject.notNeeded(place, MESSAGE, "the same RUN removes it");
        } else if (ThrownAway.is(subject.inspection().project(), stage)) {
            subject.notNeeded(place, MESSAGE, ThrownAway.REASON);
        } else if (use.isPresent()) {
            subject.abstain(place, MESSAGE, use.get());
        } else {
            TextEdit edit = TextEdit.insert(pip.insertionPointForOptionInFile(), " --no-cache-dir");
            subject.repair(place, MESSAGE, "use --no-cache-dir", Safety.SAFE, List.of(edit));
        }
    }

    private static boolean isEmptiedAfter(CacheUses uses, RunScript script, Pip pip) {
        boolean purged = script.commands().stream()
                .filter(other -> other.range().start() > pip.command().range().start())
                .anyMatch(PipNoCache::purges);
        return purged || uses.isRemovedWhereAsked(script, pip.command());
    }

    /** Before version 21.3 pip fails where it is told to empty a cache that is empty (pypa/pip #10451). */
    private static Optional<String> purgedLater(BuildStage stage, RunScript script) {
        return stage.scripts().stream()
                .filter(later ->
                        later.run().range().start() > script.run().range().start())
                .filter(later -> later.commands().stream().anyMatch(PipNoCache::purges))
                .findFirst()
                .map(later -> "line " + later.run().line()
                        + " empties the cache, and older versions of pip fail where it is empty");
    }

    private static boolean purges(SimpleCommand command) {
        return Pip.from(command).filter(pip -> pip.does("cache")).isPresent();
    }

    /** Files and commands that configure pip for all that follows. */
    private static boolean mentions(String text) {
        return text.contains("no-cache-dir =")
                || text.contains("no-cache-dir=")
                || text.contains("global.no-cache-dir");
    }
}

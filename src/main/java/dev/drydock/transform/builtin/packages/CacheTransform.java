package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.QuotedScript;
import dev.drydock.model.RunScript;
import dev.drydock.transform.builtin.DockerfileTransform;

/** A transform that keeps the cache of a package manager out of a layer, and asks who uses it later. */
abstract class CacheTransform extends DockerfileTransform {
    private final PackageCache cache;

    CacheTransform(String id, PackageCache cache) {
        super(id);
        this.cache = cache;
    }

    @Override
    protected final void inspect(Subject subject) {
        CacheUses uses = new CacheUses(
                subject.build(),
                subject.inspection().project(),
                subject.file(),
                cache,
                subject.inspection().facts().knowledge().packageManagers().find(cache.manager()));
        for (BuildStage stage : subject.build().stages()) {
            for (RunScript script : stage.scripts()) {
                inspect(subject, uses, stage, script);
            }
            for (QuotedScript quoted : QuotedScript.of(stage)) {
                subject.leaving(quoted.reason(), inside -> inspect(inside, uses, stage, quoted.script()));
            }
        }
    }

    /** Judges one script; a script that could not be read has no commands. */
    protected abstract void inspect(Subject subject, CacheUses uses, BuildStage stage, RunScript script);
}

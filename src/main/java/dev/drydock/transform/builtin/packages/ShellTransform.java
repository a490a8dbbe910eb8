package dev.drydock.transform.builtin.packages;

import dev.drydock.model.BuildStage;
import dev.drydock.model.QuotedScript;
import dev.drydock.model.RunScript;
import dev.drydock.transform.builtin.DockerfileTransform;

/** A transform that judges the script of one RUN at a time. What it finds in scripts in quotes is left. */
abstract class ShellTransform extends DockerfileTransform {
    ShellTransform(String id) {
        super(id);
    }

    @Override
    protected final void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            for (RunScript script : stage.scripts()) {
                inspect(subject, stage, script);
            }
            for (QuotedScript quoted : QuotedScript.of(stage)) {
                subject.leaving(quoted.reason(), inside -> inspect(inside, stage, quoted.script()));
            }
        }
    }

    /** Judges one script; a script that could not be read has no commands. */
    protected abstract void inspect(Subject subject, BuildStage stage, RunScript script);
}

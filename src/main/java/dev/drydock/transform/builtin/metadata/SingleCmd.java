package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.transform.builtin.DockerfileTransform;
import dev.drydock.transform.builtin.LeftComment;
import java.util.List;

/**
 * Removes each CMD, ENTRYPOINT and HEALTHCHECK that a later one of the same stage replaces.
 *
 * <p>Source: Dockerfile reference: "If you list more than one CMD, only the last one takes effect", and likewise for the
 * others. An earlier CMD does not matter for the reset of the CMD that the base image has either: the last one sets it.
 */
public final class SingleCmd extends DockerfileTransform {
    public SingleCmd() {
        super("single-cmd");
    }

    @Override
    protected void inspect(Subject subject) {
        for (Stage stage : subject.build().file().stages()) {
            inspect(subject, stage.instructions(CmdInstruction.class).toList());
            inspect(subject, stage.instructions(EntrypointInstruction.class).toList());
            inspect(subject, stage.instructions(HealthcheckInstruction.class).toList());
        }
    }

    private static void inspect(Subject subject, List<? extends Instruction> instructions) {
        for (int i = 0; i + 1 < instructions.size(); i++) {
            Instruction replaced = instructions.get(i);
            subject.repair(
                    replaced.code(),
                    "only the last " + replaced.name() + " of a stage counts",
                    Rewrite.of(
                                    "remove it",
                                    Safety.SAFE,
                                    subject.file().path(),
                                    List.of(subject.editor().deleteParagraph(replaced)))
                            .withNotes(LeftComment.of(replaced)));
        }
    }
}

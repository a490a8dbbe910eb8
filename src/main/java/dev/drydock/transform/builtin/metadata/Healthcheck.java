package dev.drydock.transform.builtin.metadata;

import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.edit.DockerfileEditor;
import dev.drydock.edit.JsonText;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds a HEALTHCHECK to images for which a probe is known that they can run themselves. */
public final class Healthcheck extends DockerfileTransform {
    private static final String MESSAGE = "nothing tells whether the container works";

    public Healthcheck() {
        super("healthcheck");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.build().finalStage().ifPresent(stage -> inspect(subject, stage));
    }

    private static void inspect(Subject subject, BuildStage stage) {
        if (stage.history(HealthcheckInstruction.class).findAny().isPresent()) {
            return;
        }
        Instruction place = stage.stage().from();
        Optional<HealthProbe> probe =
                HealthProbe.of(subject.inspection().facts().knowledge(), stage);
        if (probe.isPresent()) {
            subject.repair(place.code(), MESSAGE, repair(subject, stage, probe.get()));
        } else if (subject.inspection().options().flag("required", false)) {
            subject.advise(
                    place.code(), MESSAGE, "add a HEALTHCHECK that asks the application with a program of the image");
        } else {
            subject.notNeeded(place.code(), MESSAGE, "no probe is known for what it runs");
        }
    }

    private static Rewrite repair(Subject subject, BuildStage stage, HealthProbe probe) {
        DockerfileEditor editor = subject.editor();
        Optional<Instruction> start = stage.stage().instructions().stream()
                .filter(each -> each instanceof CmdInstruction || each instanceof EntrypointInstruction)
                .findFirst();
        Instruction anchor = start.orElseGet(() -> stage.stage().lastInstruction());
        String words = probe.command().stream().map(JsonText::quote).collect(Collectors.joining(", ", "[", "]"));
        List<String> lines =
                List.of(editor.keyword("HEALTHCHECK", anchor) + " " + editor.keyword("CMD", anchor) + " " + words);
        TextEdit edit =
                start.isPresent() ? editor.insertAboveComments(anchor, lines) : editor.insertBelow(anchor, lines);
        return Rewrite.of(
                        "add a HEALTHCHECK",
                        probe.isVerified() ? Safety.REVIEW : Safety.SUGGEST,
                        subject.file().path(),
                        List.of(edit))
                .withAssumptions(probe.assumptions());
    }
}

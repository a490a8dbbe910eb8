package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.edit.Safety;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.ComposeTransform;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.edit.CommentFate;
import java.util.List;
import java.util.Optional;

/** Drops the key {@code version}, which compose ignores with a warning. */
public final class ValidCompose extends ComposeTransform {
    private static final String MESSAGE = "the key version is obsolete, and compose warns about it";

    public ValidCompose() {
        super("valid-compose");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.compose().section("version").ifPresent(version -> inspect(subject, version));
    }

    private static void inspect(Subject subject, YamlEntry version) {
        TextRange place = version.key().range();
        if (subject.compose().form() != ComposeFile.Form.SERVICES) {
            subject.notNeeded(place, MESSAGE, "the file has no services, so that what reads it is unknown");
            return;
        }
        ContainerUses uses = new ContainerUses(subject.inspection().project(), subject.file());
        Optional<String> reader = uses.stackDeploy()
                .map(deploy -> deploy + ", which still reads version")
                .or(uses::oldTool);
        if (reader.isPresent()) {
            subject.abstain(place, MESSAGE, reader.get());
            return;
        }
        if (subject.compose().usesDeploy()) {
            subject.abstain(place, MESSAGE, "a service has a key deploy: docker stack deploy still reads version");
            return;
        }
        subject.repair(
                place,
                MESSAGE,
                "drop version",
                Safety.SAFE,
                subject.editor().delete(version, CommentFate.KEEP).finish(),
                List.of());
    }
}

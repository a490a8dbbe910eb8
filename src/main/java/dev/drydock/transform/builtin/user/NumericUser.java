package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.UserName;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;

/** Names the user of the final image by number, which Kubernetes needs to see that it is not root. */
public final class NumericUser extends DockerfileTransform {
    private static final String MESSAGE = "the user is named, so that platforms cannot tell that it is not root";

    public NumericUser() {
        super("numeric-user");
    }

    @Override
    protected void inspect(Subject subject) {
        subject.build()
                .finalStage()
                .ifPresent(stage -> stage.stage()
                        .last(UserInstruction.class)
                        .flatMap(UserInstruction::argument)
                        .ifPresent(word -> inspect(subject, stage, word)));
    }

    private static void inspect(Subject subject, BuildStage stage, Word word) {
        Optional<String> name = word.staticValue()
                .filter(value -> value.equals(word.value()))
                .filter(value -> !UserName.isNumeric(value) && !UserName.isRoot(value) && !value.isEmpty());
        if (name.isEmpty()) {
            return;
        }
        if (AccountNumbers.joinGroups(stage)) {
            subject.notNeeded(
                    word.range(), MESSAGE, "the account joins groups, which a number with a group would leave");
            return;
        }
        Optional<String> numbers = AccountNumbers.of(stage, name.get());
        if (numbers.isEmpty()) {
            subject.notNeeded(word.range(), MESSAGE, "the uid and gid of " + name.get() + " are unknown");
            return;
        }
        subject.repair(
                word.range(),
                MESSAGE,
                Rewrite.of(
                                "use " + numbers.get(),
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(TextEdit.replace(word.range(), numbers.get())))
                        .withAssumptions(
                                List.of("The account " + name.get() + " has the numbers " + numbers.get() + ".")));
    }
}

package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.model.UserName;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names users by number, which Kubernetes needs to see that one is not root. An engine looks a number up in the accounts of the
 * image as it does a name: whoever is named without a group keeps the groups of the account.
 */
public final class NumericUser extends DockerfileTransform {
    private static final String MESSAGE = "the user is named, so that platforms cannot tell that it is not root";
    private static final String ROOT = "root is named, where a number says the same to every platform";

    public NumericUser() {
        super("numeric-user");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<String> developed = DevContainers.of(subject.inspection().project())
                .reason(subject.file().path());
        if (developed.isPresent()) {
            subject.leaving(developed.get(), NumericUser::inspectAll);
        } else {
            inspectAll(subject);
        }
    }

    private static void inspectAll(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            stage.stage()
                    .instructions(UserInstruction.class)
                    .forEach(user -> user.argument().ifPresent(word -> inspect(subject, stage, user, word)));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, UserInstruction instruction, Word word) {
        if (word.value().isEmpty()
                || UserName.isNumeric(word.value())
                || stage.image().isWindows()) {
            return;
        }
        Optional<String> value = word.staticValue().filter(text -> text.equals(word.value()));
        if (value.isEmpty()) {
            subject.abstain(word.range(), MESSAGE, "its name comes from a variable; use one that holds the number");
            return;
        }
        if (UserName.isRoot(value.get())) {
            repairRoot(subject, word, value.get());
            return;
        }
        Optional<String> unsure = UnsureNumbers.of(stage, value.get());
        if (unsure.isPresent()) {
            subject.abstain(word.range(), MESSAGE, unsure.get());
            return;
        }
        Optional<AccountNumbers.Known> numbers = AccountNumbers.known(stage, value.get());
        if (numbers.isPresent()) {
            subject.repair(
                    word.range(),
                    MESSAGE,
                    rewrite(
                                    subject,
                                    word,
                                    numbers.get().numbers(),
                                    numbers.get().certainty(),
                                    List.of())
                            .withAssumptions(List.of("The account " + value.get() + " has the "
                                    + (numbers.get().numbers().contains(":") ? "numbers " : "number ")
                                    + numbers.get().numbers() + ".")));
            return;
        }
        Optional<GivenNumber> given = GivenNumber.of(stage, instruction, value.get());
        if (given.isEmpty()) {
            subject.abstain(
                    word.range(),
                    MESSAGE,
                    "the number of " + value.get() + " is unknown; id " + UserName.user(value.get())
                            + " in a container of the image tells it");
            return;
        }
        subject.repair(
                word.range(),
                MESSAGE,
                rewrite(
                                subject,
                                word,
                                given.get().number(),
                                Safety.SUGGEST,
                                given.get().edits())
                        .withAssumptions(List.of(
                                "No volume and no image holds files of the number that " + value.get() + " has now.")));
    }

    private static void repairRoot(Subject subject, Word word, String value) {
        boolean plain = value.equals("root");
        if (plain || value.equals("root:root")) {
            subject.repair(word.range(), ROOT, rewrite(subject, word, plain ? "0" : "0:0", Safety.REVIEW, List.of()));
        }
    }

    private static Rewrite rewrite(Subject subject, Word word, String numbers, Safety safety, List<TextEdit> before) {
        List<TextEdit> edits = new ArrayList<>(before);
        edits.add(TextEdit.replace(word.range(), numbers));
        return Rewrite.of("use " + numbers, safety, subject.file().path(), edits);
    }
}

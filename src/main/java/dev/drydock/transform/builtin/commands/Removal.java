package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.CapabilityGrant;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.script.Fragment;
import dev.drydock.shell.commands.ContainerCommand;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** Takes back a flag that gives a container more than its image is known to need. */
final class Removal {
    private Removal() {}

    /**
     * Reports a flag, with its removal if that is known to work.
     *
     * @param answer whether what is known of the image allows it
     * @param advice what a person can do instead
     */
    static void report(
            CommandTransform.Subject subject,
            ContainerCommand.Flag flag,
            String message,
            Answer<Boolean> answer,
            String advice,
            String assumption) {
        report(subject, flag, Optional.empty(), message, answer, advice, assumption);
    }

    /**
     * Reports a flag, with what is done to it if that works.
     *
     * @param instead the flag that stands in its place afterwards; empty if none does
     */
    static void report(
            CommandTransform.Subject subject,
            ContainerCommand.Flag flag,
            Optional<String> instead,
            String message,
            Answer<Boolean> answer,
            String advice,
            String assumption) {
        TextRange place = CommandTransform.Subject.place(flag);
        if (answer instanceof Answer.None<Boolean> none) {
            subject.abstain(place, message, none.reason() + "; " + advice);
            return;
        }
        if (!answer.isKnown() && subject.fragment().host() == Fragment.Host.DOCUMENT) {
            // Nobody runs a document, so that what is not sure is not changed there.
            subject.abstain(place, message, "cannot tell whether it works for the example; " + advice);
            return;
        }
        Optional<TextEdit> edit = instead.isPresent()
                ? subject.editor().replace(flag, instead.get())
                : subject.editor().remove(flag);
        if (edit.isEmpty()) {
            subject.abstain(place, message, "something stands between the words of the command; " + advice);
            return;
        }
        Rewrite rewrite = Rewrite.of(
                "drop --" + flag.name() + (flag.text().isEmpty() ? "" : "=" + flag.text())
                        + instead.map(text -> ", give " + text).orElse(""),
                answer.isKnown() ? Safety.REVIEW : Safety.SUGGEST,
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(
                place, message, rewrite.withAssumptions(answer.isKnown() ? List.of(assumption) : answer.assumptions()));
    }

    /** Returns whether a container gets along with the usual privileges; the value is always true. */
    static Answer<Boolean> withoutHost(StartedContainer container) {
        Optional<String> obstacle = container.obstacle();
        if (obstacle.isPresent()) {
            return Answer.none(obstacle.get());
        }
        if (container.facts().isEmpty()) {
            boolean tool = container.built().isEmpty()
                    && !container.isService()
                    && container.command().has("rm");
            return tool
                    ? Answer.none(
                            "it does one thing and ends, and nothing is known of the image " + container.imageName())
                    : container.needs().withoutHost();
        }
        Answer<CapabilityGrant> needs = container.needs().capabilities();
        if (needs instanceof Answer.None<CapabilityGrant> none) {
            return Answer.none(none.reason());
        }
        return needs.isKnown() ? Answer.known(true) : container.needs().withoutHost();
    }
}

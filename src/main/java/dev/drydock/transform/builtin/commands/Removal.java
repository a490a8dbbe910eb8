package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.container.CapabilityGrant;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
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
     * @param reason why what is known of the image does not allow it; empty if it does
     * @param advice what a person can do instead
     */
    static void report(
            CommandTransform.Subject subject,
            ContainerCommand.Flag flag,
            String message,
            Optional<String> reason,
            String advice,
            String assumption) {
        TextRange place = CommandTransform.Subject.place(flag);
        if (reason.isPresent()) {
            subject.abstain(place, message, reason.get() + "; " + advice);
            return;
        }
        Optional<TextEdit> edit = subject.editor().remove(flag);
        if (edit.isEmpty()) {
            subject.abstain(place, message, "something stands between the words of the command; " + advice);
            return;
        }
        Rewrite rewrite = Rewrite.of(
                "drop --" + flag.name() + (flag.text().isEmpty() ? "" : "=" + flag.text()),
                Safety.REVIEW,
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(place, message, rewrite.withAssumptions(List.of(assumption)));
    }

    /** Returns why it is not known that a container gets along with the usual privileges, or empty. */
    static Optional<String> obstacle(StartedContainer container) {
        Optional<String> obstacle = container.obstacle();
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (container.facts().isEmpty()) {
            return Optional.of("nothing is known of the image " + container.imageName());
        }
        Answer<CapabilityGrant> needs = container.needs().capabilities();
        if (needs instanceof Answer.None<CapabilityGrant> none) {
            return Optional.of(none.reason());
        }
        return needs.isKnown() ? Optional.empty() : Optional.of("cannot tell for sure what the container needs");
    }
}

package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.container.Answer;
import dev.drydock.edit.Safety;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.ComposeTransform;
import java.util.Optional;

/** A transform that takes something from each service that can start by itself. */
abstract class HardeningTransform extends ComposeTransform {

    HardeningTransform(String id) {
        super(id);
    }

    @Override
    protected final void inspect(Subject subject) {
        ComposeFile.Form form = subject.compose().form();
        if (form == ComposeFile.Form.SERVICES || form == ComposeFile.Form.LEGACY) {
            Hardening.of(subject.inspection(), subject.file()).forEach(each -> inspect(subject, each));
        }
    }

    /** Judges one service and reports to the subject. */
    abstract void inspect(Subject subject, Hardening hardening);

    /** Where findings of a service as a whole are reported. */
    static TextRange place(ComposeService service) {
        return service.entry().key().range();
    }

    /** What is known is written for review; what only holds for most is a suggestion. */
    static Safety safety(Answer<?> answer) {
        return answer.isKnown() ? Safety.REVIEW : Safety.SUGGEST;
    }

    /** Reports a service that cannot get the keys, or gets them elsewhere; returns whether it did. */
    static boolean isOutOfReach(Subject subject, Hardening hardening, String message, String... keys) {
        Optional<String> misplaced = hardening.misplaced(keys);
        if (misplaced.isPresent()) {
            subject.notNeeded(place(hardening.service()), message, misplaced.get());
            return true;
        }
        Optional<String> obstacle = hardening.obstacle();
        obstacle.ifPresent(reason -> subject.abstain(place(hardening.service()), message, reason));
        return obstacle.isPresent();
    }
}

package dev.drydock.transform.builtin.commands;

import dev.drydock.container.Answer;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.script.Fragment;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** A transform that adds flags to a container which runs as a service, if what is known of it says that it may. */
abstract class Hardening extends CommandTransform {
    private final String message;

    Hardening(String id, String message) {
        super(id);
        this.message = message;
    }

    @Override
    protected final void inspect(Subject subject) {
        Optional<StartedContainer> found = subject.container();
        if (found.isEmpty()) {
            return;
        }
        StartedContainer container = found.get();
        TextRange place = subject.place();
        Optional<String> done = done(container);
        if (done.isPresent()) {
            subject.notNeeded(place, message, done.get());
            return;
        }
        if (!container.isService() && !container.mayGoOn()) {
            subject.notNeeded(place, message, "the container does one thing and ends (no -d, no --restart)");
            return;
        }
        Answer<List<String>> answer =
                container.obstacle().<Answer<List<String>>>map(Answer::none).orElseGet(() -> flags(subject, container));
        report(
                subject,
                place,
                container.isService() ? answer : answer.doubted("The container goes on until somebody stops it."));
    }

    private void report(Subject subject, TextRange place, Answer<List<String>> answer) {
        if (!answer.isKnown() && subject.fragment().host() == Fragment.Host.DOCUMENT) {
            // Nobody runs a document; what is not sure there is not worth a finding.
            subject.notNeeded(place, message, "cannot tell whether it works for the example");
            return;
        }
        if (answer instanceof Answer.None<List<String>> none) {
            subject.abstain(place, message, none.reason());
            return;
        }
        List<String> flags = answer.found().orElseThrow();
        Optional<TextEdit> edit = subject.editor().addFlags(flags);
        if (edit.isEmpty()) {
            subject.abstain(place, message, "the flags cannot be written here without quotes");
            return;
        }
        // What readers copy should stay short; whoever writes the document decides whether it shows all that.
        boolean shown = subject.fragment().host() == Fragment.Host.DOCUMENT;
        Rewrite rewrite = Rewrite.of(
                "add " + String.join(" ", flags),
                answer.isKnown() && !shown ? Safety.REVIEW : Safety.SUGGEST,
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(place, message, rewrite.withAssumptions(answer.assumptions()));
    }

    /** Returns why the command line needs nothing, or empty. */
    protected abstract Optional<String> done(StartedContainer container);

    /** Returns the flags that a service of which it is known what it is can live with. */
    protected abstract Answer<List<String>> flags(Subject subject, StartedContainer container);

    /** Returns an answer with the same certainty and assumptions about something else. */
    static <T> Answer<List<String>> with(Answer<T> answer, List<String> flags) {
        return answer.isKnown()
                ? new Answer.Known<>(flags, answer.assumptions())
                : new Answer.Likely<>(flags, answer.assumptions());
    }
}

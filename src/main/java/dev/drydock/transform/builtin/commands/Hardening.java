package dev.drydock.transform.builtin.commands;

import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.script.Fragment;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Optional;

/** A transform that adds flags to a container which runs as a service, if what is known of its image says that it may. */
abstract class Hardening extends CommandTransform {
    private final String message;

    /**
     * The decision about one image.
     *
     * @param flags what is added; none if {@code reason} says why not
     */
    protected record Decision(List<String> flags, Safety safety, List<String> assumptions, Optional<String> reason) {
        static Decision add(List<String> flags, List<String> assumptions) {
            return new Decision(flags, Safety.REVIEW, assumptions, Optional.empty());
        }

        static Decision not(String reason) {
            return new Decision(List.of(), Safety.REVIEW, List.of(), Optional.of(reason));
        }

        Decision withSafety(Safety level) {
            return new Decision(flags, level, assumptions, reason);
        }
    }

    Hardening(String id, String message) {
        super(id);
        this.message = message;
    }

    @Override
    protected final void inspect(Subject subject) {
        Optional<Container> found = subject.container();
        if (found.isEmpty()) {
            return;
        }
        Container container = found.get();
        TextRange place = subject.place();
        Optional<String> done = done(container);
        if (done.isPresent()) {
            subject.notNeeded(place, message, done.get());
            return;
        }
        if (!container.isService()) {
            subject.notNeeded(place, message, "the container does one thing and ends (no -d, no --restart)");
            return;
        }
        Optional<String> obstacle = container.obstacle();
        if (obstacle.isPresent() && subject.fragment().host() == Fragment.Host.DOCUMENT) {
            // Nobody runs a document; what cannot be repaired there is not worth a finding.
            subject.notNeeded(place, message, obstacle.get());
            return;
        }
        if (obstacle.isPresent()) {
            subject.abstain(place, message, obstacle.get());
            return;
        }
        Decision decision = decide(subject, container, container.facts().orElseThrow());
        if (decision.reason().isPresent()) {
            subject.abstain(place, message, decision.reason().get());
            return;
        }
        Optional<TextEdit> edit = subject.editor().addFlags(decision.flags());
        if (edit.isEmpty()) {
            subject.abstain(place, message, "the flags cannot be written here without quotes");
            return;
        }
        Rewrite rewrite = Rewrite.of(
                "add " + String.join(" ", decision.flags()),
                decision.safety(),
                subject.file().path(),
                List.of(edit.get()));
        subject.repair(place, message, rewrite.withAssumptions(decision.assumptions()));
    }

    /** Returns why the command line needs nothing, or empty. */
    protected abstract Optional<String> done(Container container);

    /** Decides for a container that runs the usual program of a known image. */
    protected abstract Decision decide(Subject subject, Container container, ImageFacts facts);
}

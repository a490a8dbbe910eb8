package dev.drydock.transform;

import dev.drydock.edit.Rewrite;
import java.util.Objects;

/** What a transform decided about something it looked at. */
public sealed interface Outcome {

    /** It is wrong, and this repairs it. */
    record Repair(Rewrite rewrite) implements Outcome {
        public Repair {
            Objects.requireNonNull(rewrite);
        }
    }

    /** It is wrong, but what is known does not prove that a repair would work. {@code reason} says what is missing. */
    record Abstained(String reason) implements Outcome {
        public Abstained {
            Objects.requireNonNull(reason);
        }
    }

    /** It is wrong, and only a person can decide what to do. {@code advice} says what the choices are. */
    record Advice(String advice) implements Outcome {
        public Advice {
            Objects.requireNonNull(advice);
        }
    }

    /** It looks like a case for this transform and is not. No finding; printed by {@code explain --why-not}. */
    record NotNeeded(String reason) implements Outcome {
        public NotNeeded {
            Objects.requireNonNull(reason);
        }
    }
}

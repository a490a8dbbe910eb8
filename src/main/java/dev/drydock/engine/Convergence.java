package dev.drydock.engine;

import java.util.List;
import java.util.Objects;

/**
 * Whether the transforms came to rest.
 *
 * @param state how the run ended
 * @param participants the ids of the transforms that kept it from settling, sorted; none if it converged. They were left
 *     out of the result
 */
public record Convergence(State state, List<String> participants) {

    /** How a run ended. */
    public enum State {
        /** Nothing is left to change. */
        CONVERGED,
        /** A text came back that had been there before. */
        CYCLE,
        /** There was still something to change after the last round. */
        EXHAUSTED
    }

    static final Convergence CONVERGED = new Convergence(State.CONVERGED, List.of());

    public Convergence {
        Objects.requireNonNull(state);
        participants = participants.stream().sorted().distinct().toList();
    }

    public boolean isConverged() {
        return state == State.CONVERGED;
    }
}

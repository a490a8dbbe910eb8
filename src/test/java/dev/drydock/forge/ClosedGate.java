package dev.drydock.forge;

import java.time.Duration;

/** Closes gates for tests of other packages. */
public final class ClosedGate {
    private ClosedGate() {}

    /** Does what an answer with a limit does. */
    public static RateLimitException close(RateGate gate, Duration pause) {
        gate.close(pause);
        return new RateLimitException("GitHub: the limit of requests is used up", 429);
    }
}

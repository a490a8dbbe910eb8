package dev.drydock.forge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps all threads of a run from a forge that has said that its limit of requests is used up. A short pause is waited out
 * by everybody; after one that is longer than {@link #PATIENCE} nobody asks any more. Safe for use by several threads.
 */
public final class RateGate {
    /** The longest pause that is waited out. */
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Clock clock;
    private Instant closedUntil = Instant.MIN;
    private Duration closed = Duration.ZERO;
    private boolean shut;

    public RateGate() {
        this(Clock.systemUTC());
    }

    RateGate(Clock clock) {
        this.clock = clock;
    }

    /** Closes the gate for as long as the forge wants. */
    synchronized void close(Duration pause) {
        Instant now = clock.instant();
        Instant until = now.plus(pause);
        if (until.isAfter(closedUntil)) {
            closed = closed.plus(Duration.between(closedUntil.isAfter(now) ? closedUntil : now, until));
            closedUntil = until;
        }
        shut |= pause.compareTo(PATIENCE) > 0;
    }

    /** Returns how long to wait before the next request, or empty if it may go out at once. */
    synchronized Optional<Duration> pause() {
        Duration left =
                closedUntil.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), closedUntil);
        return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
    }

    /** Lets everybody through again after a pause that has been waited out. */
    synchronized void open(Instant waitedFor) {
        if (closedUntil.equals(waitedFor)) {
            closedUntil = Instant.MIN;
        }
    }

    synchronized Instant closedUntil() {
        return closedUntil;
    }

    /** Returns whether the forge wants a pause that is not waited out: the rest of the run is for another time. */
    public synchronized boolean isShut() {
        return shut;
    }

    /** Returns how long the gate has been closed in all, so that no time limit runs on while it was. */
    public synchronized Duration closed() {
        return closed;
    }
}

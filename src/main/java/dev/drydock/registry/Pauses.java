package dev.drydock.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits. */
interface Pauses {
    void pause(Duration duration) throws InterruptedException;

    /** Returns half of the duration and a random part of the other half, so that clients do not come back together. */
    static Duration jittered(Duration duration) {
        return duration.dividedBy(2).plusNanos(ThreadLocalRandom.current().nextLong(duration.toNanos() / 2 + 1));
    }
}

package dev.drydock.trial;

import java.time.Duration;
import java.util.Objects;

/**
 * What a trial may take.
 *
 * @param build how long one build may take
 * @param start how long a container may take until it is ready
 * @param memory the memory of one container, as engines write it: {@code 2g}
 * @param processes the most processes and threads of one container
 */
public record Limits(Duration build, Duration start, String memory, int processes) {
    /** Enough for what people build on their own machines. */
    public static final Limits USUAL = new Limits(Duration.ofMinutes(15), Duration.ofSeconds(60), "2g", 1024);

    /** The most that a container may write to its own layer, and the largest file, in bytes. */
    static final long LARGEST_DISK = 4L << 30;

    public Limits {
        Objects.requireNonNull(build);
        Objects.requireNonNull(start);
        Objects.requireNonNull(memory);
    }
}

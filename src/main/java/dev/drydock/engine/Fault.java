package dev.drydock.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is told of an error of Drydock itself: what was thrown, and where. Never its message, because that may quote the
 * text of a file, with whatever secret stands there.
 *
 * @param thrown what was thrown
 */
public record Fault(Throwable thrown) {
    private static final String OURS = "dev.drydock.";
    /** A stack that overflowed repeats itself; more says no more. */
    private static final int MOST_FRAMES = 200;

    public Fault {
        Objects.requireNonNull(thrown);
    }

    /** Returns a few words: {@code IllegalStateException at Build.java:61}. */
    public String summary() {
        Throwable cause = thrown;
        for (int i = 0; i < MOST_FRAMES && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        Optional<String> place = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber());
        return cause.getClass().getSimpleName() + place.orElse("");
    }

    /** Returns the stack trace, one frame a line, without messages. */
    public String trace() {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
            trace.append(seen.size() == 1 ? "" : "caused by ")
                    .append(each.getClass().getName())
                    .append('\n');
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                trace.append("    at ").append(frames[i]).append('\n');
            }
        }
        return trace.toString();
    }
}

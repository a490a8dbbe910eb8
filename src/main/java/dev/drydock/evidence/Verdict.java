package dev.drydock.evidence;

import java.util.Objects;

/**
 * What the trials decided about a repair.
 *
 * @param held whether everything worked as before with it
 * @param reason why it is left out, one line without a full stop; empty if it held
 */
public record Verdict(boolean held, String reason) {
    /** The repair held. */
    public static final Verdict HELD = new Verdict(true, "");

    public Verdict {
        Objects.requireNonNull(reason);
    }

    public static Verdict leftOut(String reason) {
        return new Verdict(false, reason);
    }
}

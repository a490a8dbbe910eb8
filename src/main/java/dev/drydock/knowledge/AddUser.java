package dev.drydock.knowledge;

import java.util.Optional;

/**
 * Whether a USER (or {@code user:} in a compose file) may be added to an image.
 *
 * @param reason why not, or what to watch
 */
public record AddUser(Verdict verdict, Optional<String> reason) {

    /** What may be added. */
    public enum Verdict {
        /** Any account, built-in or new. */
        SAFE,
        /** Only numbers: the image cannot look up names. */
        NUMERIC,
        /** Any uid, but the group must stay 0, or the image loses its write access. */
        GID_ZERO,
        /** The image breaks or loses its data. */
        UNSAFE,
        /** Nothing is known. */
        UNKNOWN
    }

    static AddUser read(Fields fields) {
        Verdict verdict = fields.has("add-user") ? Enums.parse(Verdict.class, fields, "add-user") : Verdict.UNKNOWN;
        return new AddUser(verdict, fields.text("add-user-reason"));
    }
}

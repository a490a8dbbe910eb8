package dev.drydock.knowledge;

import java.util.Optional;

/**
 * How an image that starts as root stops being root without a USER.
 *
 * @param kind which processes are root afterwards
 * @param tool what does it: {@code gosu}, {@code su-exec}, {@code setpriv}, {@code s6}, {@code self}
 * @param to the account
 * @param entrypoint the entrypoint that does it, as the image names it; a child image that replaces it loses the step
 * @param when the condition under which it happens, such as the command that must be used
 */
public record StepDown(Kind kind, String tool, String to, Optional<String> entrypoint, Optional<String> when) {

    /** Which processes are root after the step. */
    public enum Kind {
        /** None: the main process itself changes its user. */
        PROCESS,
        /** The main process stays root, its workers do not. */
        WORKERS
    }

    static StepDown read(Fields fields) {
        StepDown result = new StepDown(
                fields.has("kind") ? Enums.parse(Kind.class, fields, "kind") : Kind.PROCESS,
                fields.requiredText("tool"),
                fields.requiredText("to"),
                fields.text("entrypoint"),
                fields.text("when"));
        fields.end();
        return result;
    }
}

package dev.drydock.forge;

/** The limit of requests is used up for longer than a run waits. A later run can go on. */
public final class RateLimitException extends ForgeException {
    private static final long serialVersionUID = 1;

    RateLimitException(String message, int status) {
        super(message, status);
    }
}

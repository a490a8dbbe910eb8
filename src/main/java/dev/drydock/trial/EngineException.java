package dev.drydock.trial;

/** The engine cannot be used, or stopped answering. The message is one line for the user. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }
}

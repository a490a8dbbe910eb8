package dev.drydock.trial;

/** A project cannot be tried as it is, or not any more. The message is one line without a full stop. */
final class TrialFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    TrialFailedException(String message) {
        super(message);
    }
}

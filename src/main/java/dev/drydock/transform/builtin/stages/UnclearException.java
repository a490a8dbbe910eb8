package dev.drydock.transform.builtin.stages;

/** Ends the attempt to split a build; the message says what is not known. Never leaves this package. */
final class UnclearException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnclearException(String reason) {
        super(reason, null, false, false);
    }
}

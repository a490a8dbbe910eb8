package dev.drydock.registry;

import java.io.Serial;

/** Carries a {@link Failed} out of the depths of a conversation with a registry; it never leaves this package. */
final class RegistryFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failed failed;

    RegistryFailure(Failed failed) {
        // Without a cause and without a trace: those of the HTTP client could hold what it sent.
        super(failed.message(), null, false, false);
        this.failed = failed;
    }

    RegistryFailure(Failed.Kind kind, String message) {
        this(Failed.of(kind, message));
    }

    Failed failed() {
        return failed;
    }
}

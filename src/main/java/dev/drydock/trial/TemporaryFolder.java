package dev.drydock.trial;

import java.nio.file.Path;

/** A folder that is gone when it is closed, when the process ends, and at the latest when the next trial starts. */
public final class TemporaryFolder implements AutoCloseable {
    private final Session session;

    private TemporaryFolder(Session session) {
        this.session = session;
    }

    /**
     * Returns a new one.
     *
     * @throws EngineException if it cannot be made
     */
    public static TemporaryFolder make() {
        return new TemporaryFolder(Session.begin());
    }

    public Path path() {
        return session.folder();
    }

    @Override
    public void close() {
        session.end(() -> {});
    }
}

package dev.drydock.pullrequest;

import dev.drydock.git.OneLine;
import java.io.IOException;

/** No request can be opened in a repository, and no later attempt would change that: empty, archived, switched off. */
public final class UnfitRepositoryException extends IOException {
    private static final long serialVersionUID = 1;

    UnfitRepositoryException(String message) {
        super(OneLine.of(message));
    }
}

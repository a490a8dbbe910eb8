package dev.drydock.compose;

import java.util.Optional;

/**
 * What {@code docker compose watch} does when files of the project change.
 *
 * @param action {@code sync}, {@code sync+restart}, {@code sync+exec}, {@code rebuild}, {@code restart}
 * @param path the files that are watched
 * @param target where files are copied to
 * @param hook what is executed then
 */
public record Watch(String action, Optional<String> path, Optional<String> target, Optional<Hook> hook) {
    /** Returns whether files are copied into the container that runs. */
    public boolean copies() {
        return !action.equals("rebuild") && !action.equals("restart");
    }
}

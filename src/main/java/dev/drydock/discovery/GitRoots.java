package dev.drydock.discovery;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where Git work trees start. Looks for {@code .git}, a folder or (in linked work trees and submodules) a file. */
public final class GitRoots {
    private GitRoots() {}

    /** Returns the nearest folder, {@code folder} itself included, that holds a {@code .git}. */
    public static Optional<Path> above(Path folder) {
        for (Path current = folder; current != null; current = current.getParent()) {
            if (Files.exists(current.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }
}

package dev.drydock.pullrequest;

import dev.drydock.git.HeadFiles;
import java.io.IOException;

/** Looks at the files of a base commit and says what would be changed there. The place where the engine is plugged in. */
@FunctionalInterface
public interface ChangeFinder {
    /**
     * Returns the changes for these files.
     *
     * @throws IOException if the files cannot be judged; nothing is then opened, updated or closed
     */
    ChangeSet find(HeadFiles base) throws IOException;
}

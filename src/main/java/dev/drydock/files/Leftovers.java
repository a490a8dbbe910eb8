package dev.drydock.files;

import dev.drydock.discovery.TemporaryFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Temporary files of runs that were killed. A run holds a lock on its own as long as it lives, whatever container or account
 * it runs in; what nobody holds is nobody's.
 */
public final class Leftovers {
    /** Those of this process. To open and close one gives up the lock that another thread has on it. */
    private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

    private Leftovers() {}

    /** Says that this process is about to make a file. */
    static void keep(Path file) {
        OWN.add(file.getFileName().toString());
    }

    /** Says that the file is gone, or no temporary file any more. */
    static void release(Path file) {
        OWN.remove(file.getFileName().toString());
    }

    /** Removes the temporary files in a folder that no living run owns. What cannot be removed stays. */
    public static void removeIn(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder, entry -> TemporaryFiles.isOurs(entry.getFileName().toString()))) {
            entries.forEach(Leftovers::remove);
        } catch (IOException | DirectoryIteratorException e) {
            // They are in nobody's way.
            return;
        }
    }

    private static void remove(Path file) {
        if (OWN.contains(file.getFileName().toString()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException | IOException e) {
            // Not ours to remove.
            return;
        }
    }
}

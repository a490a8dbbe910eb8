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

/**
 * Temporary files of runs that were killed. A run holds a lock on its own as long as it lives, whatever container or account
 * it runs in; what nobody holds is nobody's.
 */
public final class Leftovers {
    private Leftovers() {}

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
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException | IOException e) {
            // Another project of this very run, or not ours to remove.
            return;
        }
    }
}

package dev.drydock.cli;

import dev.drydock.discovery.GitRoots;
import dev.drydock.discovery.IoReasons;
import dev.drydock.files.FileReplacement;
import dev.drydock.files.FileReplacements;
import dev.drydock.files.WriteException;
import dev.drydock.lock.LockFile;
import dev.drydock.lock.LockFormatException;
import dev.drydock.lock.LockReader;
import dev.drydock.lock.LockWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lock files of a run: which one holds for a folder, and what it says. Each is read once. For one thread. */
final class LockFiles {
    private static final int SIZE_LIMIT = 10 << 20;

    private final Path workingDirectory;
    private final Map<Path, Located> byFile = new HashMap<>();

    /**
     * A lock file that is there, or that would be.
     *
     * @param file where it lies, absolute
     * @param bytes what stands in it; empty if it is not there
     */
    record Located(Path file, Optional<byte[]> bytes, LockFile content) {
        Path folder() {
            return file.getParent();
        }
    }

    LockFiles(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * Returns the lock file for what lies in a folder: the nearest one upwards, up to the root of the Git work tree; else
     * the one that would be created at {@code root}.
     *
     * @throws Failure if there is one and it cannot be used
     */
    Located of(Path folder, Path root) {
        Path top = GitRoots.above(folder).orElse(folder.getRoot());
        for (Path current = folder; current != null; current = current.getParent()) {
            Path file = current.resolve(LockFile.FILE_NAME);
            if (Files.isRegularFile(file)) {
                return byFile.computeIfAbsent(file, this::read);
            }
            if (current.equals(top)) {
                break;
            }
        }
        return byFile.computeIfAbsent(
                root.resolve(LockFile.FILE_NAME), file -> new Located(file, Optional.empty(), LockFile.empty()));
    }

    /** Holds from now on what {@link #of} finds for the same file. */
    void hold(Located lock, LockFile content) {
        byFile.put(lock.file(), new Located(lock.file(), lock.bytes(), content));
    }

    private Located read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
            if (bytes.length > SIZE_LIMIT) {
                throw new Failure(display(file) + ": larger than 10 MB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Located(file, Optional.of(bytes), LockReader.read(text));
        } catch (LockFormatException e) {
            throw new Failure(display(file) + ":" + e.line() + ":" + e.column() + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new Failure(display(file) + ": not UTF-8", e);
        } catch (IOException e) {
            throw new Failure(display(file) + ": cannot be read: " + IoReasons.of(e), e);
        }
    }

    /**
     * Writes a lock file, in one step.
     *
     * @throws Failure if it cannot be written
     */
    void write(Located lock, LockFile content) {
        byte[] bytes = LockWriter.write(content).getBytes(StandardCharsets.UTF_8);
        var replacement = new FileReplacement(lock.file(), lock.folder(), lock.bytes(), bytes, false);
        try {
            FileReplacements.replace(List.of(replacement));
            byFile.put(lock.file(), new Located(lock.file(), Optional.of(bytes), content));
        } catch (WriteException e) {
            throw new Failure(display(lock.file()) + ": " + e.getMessage(), e);
        }
    }

    String display(Path file) {
        return file.startsWith(workingDirectory)
                ? workingDirectory.relativize(file).toString()
                : file.toString();
    }
}

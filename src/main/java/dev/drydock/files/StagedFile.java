package dev.drydock.files;

import dev.drydock.discovery.IoReasons;
import dev.drydock.discovery.TemporaryFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * The new content of one file, complete and on disk under another name in the same folder, with the mode and the owner
 * of the old one. Moving it into place is one step.
 */
final class StagedFile {
    private static final Set<PosixFilePermission> ANY_WRITE =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final int PERMISSION_BITS = 07777;
    private static final int MOST_ATTEMPTS = 5;

    /** The temporary file was gone before it could be claimed. */
    private static final class TakenException extends IOException {
        private static final long serialVersionUID = 1L;

        TakenException() {
            super("another run was in the way; run again");
        }
    }

    private final FileReplacement replacement;
    private final Path target;
    private final Path staged;
    /** Open, and locked, as long as the new content lies under the temporary name. */
    private FileChannel channel;

    private StagedFile(FileReplacement replacement, Path target, Path staged) {
        this.replacement = replacement;
        this.target = target;
        this.staged = staged;
    }

    /** Writes the new content beside the old. */
    static StagedFile stage(FileReplacement replacement) throws WriteException {
        Path file = replacement.file();
        try {
            Path target = target(replacement);
            Path folder = target.getParent();
            refuseReadOnly(file, target, folder);
            Leftovers.removeIn(folder);
            return staged(replacement, target, folder);
        } catch (IOException e) {
            throw new WriteException(file, "cannot be written: " + IoReasons.of(e));
        }
    }

    /** Another run may take a file that was just made for one that nobody owns; then the next one is made. */
    private static StagedFile staged(FileReplacement replacement, Path target, Path folder) throws IOException {
        for (int attempt = 1; ; attempt++) {
            StagedFile result = new StagedFile(replacement, target, folder.resolve(TemporaryFiles.newName()));
            try {
                Leftovers.keep(result.staged);
                result.write();
                return result;
            } catch (TakenException e) {
                result.discard();
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            } catch (IOException e) {
                result.discard();
                throw e;
            }
        }
    }

    /** Returns the file itself: a link stays a link, and what it leads to is replaced. */
    private static Path target(FileReplacement replacement) throws IOException, WriteException {
        Path file = replacement.file();
        Path root = replacement.root().toRealPath();
        Path target;
        if (replacement.before().isPresent()) {
            target = file.toRealPath();
        } else {
            createFolder(file.getParent(), replacement.confidential());
            target = file.getParent().toRealPath().resolve(file.getFileName());
        }
        if (!target.startsWith(root)) {
            throw new WriteException(file, "not written: it is a symbolic link out of " + root.getFileName());
        }
        return target;
    }

    /** A folder for a confidential file lets nobody in but its owner. */
    private static void createFolder(Path folder, boolean confidential) throws IOException {
        if (confidential && !Files.exists(folder)) {
            Files.createDirectories(folder.getParent());
            boolean posix = Files.getFileAttributeView(folder.getParent(), PosixFileAttributeView.class) != null;
            Files.createDirectory(
                    folder,
                    posix
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                            }
                            : new FileAttribute<?>[0]);
        }
        Files.createDirectories(folder);
    }

    /** A file or folder without any write bit was made so on purpose; that also holds for root, who could write it. */
    private static void refuseReadOnly(Path file, Path target, Path folder) throws IOException, WriteException {
        if (Files.exists(target) && (!Files.isWritable(target) || hasNoWriteBit(target))) {
            throw new WriteException(file, "not written: the file is read-only");
        }
        if (!Files.isWritable(folder) || hasNoWriteBit(folder)) {
            throw new WriteException(file, "not written: its directory is read-only");
        }
    }

    private static boolean hasNoWriteBit(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().stream().noneMatch(ANY_WRITE::contains);
    }

    private void write() throws IOException {
        boolean posix = Files.getFileAttributeView(target.getParent(), PosixFileAttributeView.class) != null;
        // Nobody else may read a new content before it has the mode of the old one.
        boolean closed = posix && (replacement.before().isPresent() || replacement.confidential());
        FileAttribute<?>[] attributes = closed
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = FileChannel.open(staged, options, attributes);
        claim();
        ByteBuffer content = ByteBuffer.wrap(replacement.after());
        while (content.hasRemaining()) {
            channel.write(content);
        }
        channel.force(true);
        if (posix && replacement.before().isPresent()) {
            keepOwnerAndMode();
        } else if (closed && isClosed(target.getParent())) {
            // A container mounts the file itself and reads it under any account; on the host, the folder is in the way.
            Files.setPosixFilePermissions(staged, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Says that a living run owns the file, see {@link Leftovers}. Not every file system has locks. */
    private void claim() throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (IOException e) {
            return;
        }
        if (lock == null || !Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
            throw new TakenException();
        }
    }

    private static boolean isClosed(Path folder) throws IOException {
        return Files.getPosixFilePermissions(folder).stream().allMatch(OWNER_ONLY::contains);
    }

    private void keepOwnerAndMode() throws IOException {
        PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(staged, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        try {
            if (!now.owner().equals(old.owner())) {
                view.setOwner(old.owner());
            }
            if (!now.group().equals(old.group())) {
                view.setGroup(old.group());
            }
        } catch (IOException e) {
            throw new IOException(
                    "its owner " + old.owner().getName() + ":" + old.group().getName() + " cannot be kept", e);
        }
        // Owner first: changing it clears the set-uid bits of the mode.
        Object mode = Files.getAttribute(target, "unix:mode");
        if (mode instanceof Integer bits) {
            Files.setAttribute(staged, "unix:mode", bits & PERMISSION_BITS);
        }
    }

    /** Checks that the file is still what was read. */
    void checkUnchanged() throws WriteException {
        if (replacement.before().isEmpty()) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new WriteException(replacement.file(), "not written: it is there already");
            }
            return;
        }
        byte[] before = replacement.before().get();
        try (InputStream in = Files.newInputStream(target)) {
            if (!Arrays.equals(in.readNBytes(before.length + 1), before)) {
                throw new WriteException(
                        replacement.file(), "not written: it was changed by someone else in the meantime; run again");
            }
        } catch (IOException e) {
            throw new WriteException(replacement.file(), "not written: it is no longer there");
        }
    }

    /** Replaces the file, in one step. */
    void moveIntoPlace() throws WriteException {
        checkUnchanged();
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new WriteException(replacement.file(), "cannot be written: " + IoReasons.of(e));
        }
        release();
        syncFolder();
    }

    private void release() {
        Leftovers.release(staged);
        try {
            channel.close();
        } catch (IOException e) {
            // All of it is on disk already.
            return;
        }
    }

    /** The new name survives a power failure only when the folder is on disk; not every file system can be asked to. */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** Removes what is not in place; nothing if it is. */
    void discard() {
        try {
            Files.deleteIfExists(staged);
            if (channel != null) {
                release();
            }
        } catch (IOException e) {
            // The name says whose it is; the failure that led here is the one to report.
            staged.toFile().deleteOnExit();
        }
    }

    /** Puts the old content back after a move. */
    void undo() throws WriteException {
        if (replacement.before().isEmpty()) {
            try {
                Files.deleteIfExists(target);
            } catch (IOException e) {
                throw new WriteException(replacement.file(), "cannot be removed again: " + IoReasons.of(e));
            }
            return;
        }
        StagedFile old = stage(replacement.reverse());
        try {
            old.moveIntoPlace();
        } finally {
            old.discard();
        }
    }
}

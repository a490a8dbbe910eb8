package dev.drydock.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Bare repositories of Drydock's own, one for each remote, in which commits are fetched, made and pushed; kept between runs
 * up to a bound, the least recently used going first.
 *
 * <p>One clone is used by one thread of one process at a time; a second user gets a clone of its own that is deleted after
 * use. Nothing is ever checked out.
 */
public final class CloneCache {
    private static final String LOCK = ".lock";
    private static final String USED = ".used";

    private final Path root;
    private final long bytes;
    private final Clock clock;

    /**
     * @param root made when needed, for the user alone
     * @param bytes how much may stay between runs; 0 keeps nothing
     */
    public CloneCache(Path root, long bytes, Clock clock) {
        MachineIsolation.install();
        this.root = root;
        this.bytes = bytes;
        this.clock = clock;
    }

    /** A repository that is in use until it is closed. */
    public static final class Lease implements AutoCloseable {
        private final Repository repository;
        private final Path folder;
        private final Optional<FileChannel> lock;
        private final CloneCache cache;
        private boolean broken;

        private Lease(Repository repository, Path folder, Optional<FileChannel> lock, CloneCache cache) {
            this.repository = repository;
            this.folder = folder;
            this.lock = lock;
            this.cache = cache;
        }

        public Repository repository() {
            return repository;
        }

        /** Says that the clone cannot be trusted any more: it is deleted when closed. */
        public void discard() {
            broken = true;
        }

        @Override
        public void close() {
            repository.close();
            remember(folder);
            if (broken || lock.isEmpty() || cache.bytes == 0) {
                LocalRepository.delete(folder);
            }
            lock.ifPresent(Lease::release);
            cache.trim();
        }

        /** So that trimming need not walk through every clone. */
        private static void remember(Path folder) {
            try {
                Path used = folder.resolve(USED);
                FileTime time = Files.getLastModifiedTime(used);
                Files.writeString(used, Long.toString(size(folder)));
                Files.setLastModifiedTime(used, time);
            } catch (IOException e) {
                System.getLogger(CloneCache.class.getName()).log(System.Logger.Level.DEBUG, "not noted: " + folder, e);
            }
        }

        private static void release(FileChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the clone for a remote, empty if it is new. */
    public Lease open(RemoteUrl url) throws GitException {
        try {
            Files.createDirectories(root);
            String name = OneLine.of(url.name(), 40).replaceAll("[^A-Za-z0-9._-]", "_") + "-" + digest(url.toString());
            Optional<FileChannel> lock = lock(root.resolve(name + LOCK));
            Path folder = lock.isPresent() ? root.resolve(name + ".git") : Files.createTempDirectory(root, name + "-");
            try {
                return new Lease(repository(folder), folder, lock, this);
            } catch (IOException | RuntimeException damaged) {
                LocalRepository.delete(folder);
                return new Lease(repository(folder), folder, lock, this);
            }
        } catch (IOException | RuntimeException e) {
            throw new GitException("the directory for clones " + root + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Repository repository(Path folder) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder();
        builder.setFS(ConfinedFileSystem.forOwnRepositories());
        builder.setGitDir(folder.toFile());
        builder.setBare();
        Repository repository = builder.build();
        if (!Files.exists(folder.resolve("HEAD"))) {
            repository.create(true);
        }
        Path used = folder.resolve(USED);
        if (!Files.exists(used)) {
            Files.createFile(used);
        }
        Files.setLastModifiedTime(used, FileTime.from(clock.instant()));
        return repository;
    }

    /** Empty if another process or thread holds it. */
    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process.
        }
        channel.close();
        return Optional.empty();
    }

    private record Clone(Path folder, FileTime used, long size) {}

    /** Deletes the least recently used clones until the rest is within the bound. */
    private void trim() {
        List<Clone> clones = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder :
                    folders.filter(path -> path.toString().endsWith(".git")).toList()) {
                Path used = folder.resolve(USED);
                FileTime time = Files.exists(used) ? Files.getLastModifiedTime(used) : FileTime.fromMillis(0);
                clones.add(new Clone(folder, time, noted(used)));
            }
            long total = clones.stream().mapToLong(Clone::size).sum();
            clones.sort(Comparator.comparing(Clone::used));
            for (Clone clone : clones) {
                if (total > bytes && deleteIfFree(clone.folder())) {
                    total -= clone.size();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(CloneCache.class.getName()).log(System.Logger.Level.DEBUG, "trimming " + root, e);
        }
    }

    /** Returns the size that was noted, 0 for a clone that is in use for the first time. */
    private static long noted(Path used) {
        try {
            String digits = Files.exists(used) ? Files.readString(used).strip() : "";
            return digits.isEmpty() ? 0 : Long.parseLong(digits);
        } catch (IOException | NumberFormatException e) {
            return size(used.getParent());
        }
    }

    private static boolean deleteIfFree(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        Path lockFile = folder.resolveSibling(name.substring(0, name.length() - ".git".length()) + LOCK);
        Optional<FileChannel> lock = lock(lockFile);
        if (lock.isEmpty()) {
            return false;
        }
        try (FileChannel held = lock.get()) {
            LocalRepository.delete(folder);
            return held.isOpen();
        }
    }

    /** Returns the bytes of all files below {@code folder}; what vanishes meanwhile does not count. */
    static long size(Path folder) {
        long[] sum = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            return sum[0];
        }
        return sum[0];
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

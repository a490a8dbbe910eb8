package dev.drydock.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The regular files of one commit, read from its blobs: the work tree plays no part.
 *
 * <p>Symbolic links, submodules, names that Git itself would refuse to check out, and anything beyond the limits are left
 * out, with the reason. Reading is safe from several threads.
 */
public final class HeadFiles {
    /** More entries than any real project has; a tree that names itself over and over has more. */
    private static final int MOST_FILES = 1_000_000;

    private static final int MOST_SKIPPED = 10_000;
    private static final int DEEPEST = 128;
    private static final byte[] LFS = "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

    /**
     * One regular file.
     *
     * @param path from the root of the repository
     * @param executable whether its mode is 100755
     * @param blob the object that holds its content
     */
    public record Entry(String path, boolean executable, ObjectId blob) {}

    private final Repository repository;
    private final ObjectId commit;
    private final NavigableMap<String, Entry> entries = new TreeMap<>();
    /** What is no regular file: symbolic links, submodules, names that are refused. */
    private final Set<String> others = new HashSet<>();

    private final Set<SkippedFile> skipped = Collections.synchronizedSet(new LinkedHashSet<>());

    private HeadFiles(Repository repository, ObjectId commit) {
        this.repository = repository;
        this.commit = commit;
    }

    /**
     * Returns the files of {@code commit}.
     *
     * @throws GitException if the commit or one of its trees cannot be read, or holds more than a million files
     */
    public static HeadFiles of(Repository repository, ObjectId commit) throws GitException {
        return of(repository, commit, MOST_FILES);
    }

    static HeadFiles of(Repository repository, ObjectId commit, int most) throws GitException {
        HeadFiles files = new HeadFiles(repository, commit);
        try (RevWalk revisions = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository, revisions.getObjectReader())) {
            RevCommit root = revisions.parseCommit(commit);
            walk.addTree(root.getTree());
            walk.setRecursive(false);
            files.collect(walk, most);
        } catch (IOException e) {
            throw e instanceof GitException known
                    ? known
                    : new GitException(
                            "the files of commit " + commit.name() + " cannot be read: " + e.getMessage(), e);
        }
        return files;
    }

    private void collect(TreeWalk walk, int most) throws IOException {
        ObjectChecker checker = new ObjectChecker().setSafeForMacOS(true);
        int seen = 0;
        while (walk.next()) {
            if (++seen > most) {
                throw new GitException("the commit holds more than " + most + " files: not looked at");
            }
            Optional<String> path = decode(walk.getRawPath());
            if (path.isEmpty()) {
                skip(walk.getPathString(), SkippedFile.Reason.UNREADABLE_NAME);
            } else if (isRefused(checker, walk)) {
                leave(path.get(), SkippedFile.Reason.REFUSED_NAME);
            } else if (walk.isSubtree()) {
                enter(walk, path.get());
            } else {
                collect(walk, path.get());
            }
        }
    }

    private void enter(TreeWalk walk, String path) throws IOException {
        if (walk.getDepth() >= DEEPEST) {
            leave(path, SkippedFile.Reason.TOO_DEEP);
        } else {
            walk.enterSubtree();
        }
    }

    private void collect(TreeWalk walk, String path) {
        FileMode mode = walk.getFileMode();
        if (mode.equals(FileMode.SYMLINK)) {
            leave(path, SkippedFile.Reason.SYMBOLIC_LINK);
        } else if (mode.equals(FileMode.GITLINK)) {
            leave(path, SkippedFile.Reason.SUBMODULE);
        } else {
            entries.put(path, new Entry(path, mode.equals(FileMode.EXECUTABLE_FILE), walk.getObjectId(0)));
        }
    }

    /** Every segment above has been checked when its own tree entry was met. */
    private static boolean isRefused(ObjectChecker checker, TreeWalk walk) {
        byte[] raw = walk.getRawPath();
        int start = raw.length;
        while (start > 0 && raw[start - 1] != '/') {
            start--;
        }
        try {
            checker.checkPathSegment(raw, start, raw.length);
            return false;
        } catch (CorruptObjectException e) {
            return true;
        }
    }

    /** Returns whether a path may be written: no segment that Git refuses, and no control character. */
    static boolean isAcceptable(String path) {
        byte[] raw = path.getBytes(StandardCharsets.UTF_8);
        if (path.isEmpty() || decode(raw).isEmpty()) {
            return false;
        }
        try {
            new ObjectChecker().setSafeForMacOS(true).checkPath(raw, 0, raw.length);
            return true;
        } catch (CorruptObjectException e) {
            return false;
        }
    }

    private static Optional<String> decode(byte[] raw) {
        try {
            String path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
            return path.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(path);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void leave(String path, SkippedFile.Reason reason) {
        others.add(path);
        skip(path, reason);
    }

    private void skip(String path, SkippedFile.Reason reason) {
        if (skipped.size() < MOST_SKIPPED) {
            skipped.add(new SkippedFile(path, reason));
        }
    }

    public ObjectId commit() {
        return commit;
    }

    /** Returns all regular files, ordered by path. */
    public List<Entry> files() {
        return List.copyOf(entries.values());
    }

    public Optional<Entry> file(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Returns the names that lie directly in {@code folder} (empty for the root), sorted; files and folders. */
    public List<String> list(String folder) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        Set<String> names = new LinkedHashSet<>();
        String from = prefix;
        while (true) {
            Map.Entry<String, Entry> next = from.isEmpty() ? entries.firstEntry() : entries.ceilingEntry(from);
            if (next == null || !next.getKey().startsWith(prefix)) {
                return names.stream().sorted().toList();
            }
            String rest = next.getKey().substring(prefix.length());
            int slash = rest.indexOf('/');
            names.add(slash < 0 ? rest : rest.substring(0, slash));
            // '0' is the character after '/': the next path that is not below this folder.
            from = slash < 0 ? next.getKey() + "\0" : prefix + rest.substring(0, slash) + "0";
        }
    }

    /** Returns whether {@code path} is a folder of the commit. */
    public boolean isFolder(String path) {
        String next = entries.ceilingKey(path + "/");
        return path.isEmpty() || (next != null && next.startsWith(path + "/"));
    }

    /** Returns whether no file can be made at {@code path}: it, or what it lies below, is there and no folder. */
    public boolean isTaken(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String each = path.substring(0, end);
            if (others.contains(each) || entries.containsKey(each)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns what a file holds, or empty, with the reason in {@link #skipped()}, if there is none at {@code path}, it has more
     * than {@code limit} bytes, or the commit holds only a pointer to it.
     */
    public Optional<byte[]> read(String path, int limit) {
        Entry entry = entries.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        try (ObjectReader reader = repository.newObjectReader()) {
            ObjectLoader loader = reader.open(entry.blob());
            if (loader.getSize() > limit) {
                skip(path, SkippedFile.Reason.TOO_LARGE);
                return Optional.empty();
            }
            byte[] bytes = loader.getCachedBytes(limit);
            if (isLfsPointer(bytes)) {
                skip(path, SkippedFile.Reason.LFS_POINTER);
                return Optional.empty();
            }
            return Optional.of(bytes.clone());
        } catch (MissingObjectException e) {
            skip(path, SkippedFile.Reason.MISSING);
            return Optional.empty();
        } catch (IOException e) {
            skip(path, SkippedFile.Reason.MISSING);
            return Optional.empty();
        }
    }

    /** The form is fixed by the Git LFS specification: this line first, less than 1024 bytes in all. */
    private static boolean isLfsPointer(byte[] bytes) {
        if (bytes.length < LFS.length || bytes.length >= 1024) {
            return false;
        }
        for (int i = 0; i < LFS.length; i++) {
            if (bytes[i] != LFS[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns what has been left out so far: entries of the commit, and files that could not be read when asked for. */
    public List<SkippedFile> skipped() {
        synchronized (skipped) {
            return new ArrayList<>(skipped);
        }
    }
}

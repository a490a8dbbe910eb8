package dev.drydock.git;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/**
 * A checkout on this machine, opened so that nothing in it can act: see {@link RepositoryConfig} for what its own
 * configuration may say.
 */
public final class LocalRepository implements AutoCloseable {
    private final Repository repository;
    private final Path root;
    private final Path shelter;

    private LocalRepository(Repository repository, Path root, Path shelter) {
        this.repository = repository;
        this.root = root;
        this.shelter = shelter;
    }

    /**
     * Returns the repository that {@code folder} lies in.
     *
     * @throws GitException if there is none or it cannot be read
     */
    public static LocalRepository open(Path folder) throws GitException {
        MachineIsolation.install();
        Path shelter = null;
        try {
            shelter = Files.createTempDirectory("drydock-git");
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            builder.setFS(ConfinedFileSystem.guarding(shelter));
            builder.findGitDir(folder.toAbsolutePath().toFile());
            if (builder.getGitDir() == null) {
                throw new GitException(folder + " is not in a Git repository");
            }
            Repository repository = builder.setMustExist(true).build();
            Path root = (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
            return new LocalRepository(repository, root, shelter);
        } catch (GitException e) {
            delete(shelter);
            throw e;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            delete(shelter);
            throw new GitException("the Git repository at " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Repository repository() {
        return repository;
    }

    /** Returns the top folder of the work tree, or the repository itself if it is bare. */
    public Path root() {
        return root;
    }

    /**
     * Returns the commit that is checked out.
     *
     * @throws GitException if there is no commit yet
     */
    public ObjectId head() throws GitException {
        return commit(Constants.HEAD);
    }

    /** Returns the commit that a revision ({@code main}, {@code v1.0}, {@code HEAD~2}) names. */
    public ObjectId commit(String revision) throws GitException {
        try {
            ObjectId id = repository.resolve(revision + "^{commit}");
            if (id == null) {
                throw new GitException("the repository has no commit " + revision);
            }
            return id;
        } catch (GitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new GitException(revision + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the tree of a commit. */
    public ObjectId tree(ObjectId commit) throws GitException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.parseCommit(commit).getTree().copy();
        } catch (IOException e) {
            throw new GitException("commit " + commit.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the branch that is checked out, without {@code refs/heads/}; empty if HEAD is detached. */
    public Optional<String> currentBranch() throws GitException {
        try {
            String full = repository.getFullBranch();
            return full != null && full.startsWith(Constants.R_HEADS)
                    ? Optional.of(full.substring(Constants.R_HEADS.length()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new GitException("HEAD cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns what a local branch points at, if it exists. */
    public Optional<ObjectId> branch(String name) throws GitException {
        try {
            Ref ref = repository.exactRef(Constants.R_HEADS + name);
            return Optional.ofNullable(ref).map(Ref::getObjectId).map(ObjectId::copy);
        } catch (IOException e) {
            throw new GitException("branch " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns where the remote of this name is, if there is one and its address is of a known form. */
    public Optional<RemoteUrl> remote(String name) {
        String url = repository.getConfig().getString("remote", name, "url");
        return Optional.ofNullable(url).flatMap(RemoteUrl::parse);
    }

    /** Returns the remote that the current branch follows, else {@code origin}. */
    public String remoteName() throws GitException {
        return currentBranch()
                .map(branch -> repository.getConfig().getString("branch", branch, "remote"))
                .filter(name -> !name.equals("."))
                .orElse(Constants.DEFAULT_REMOTE_NAME);
    }

    /** Returns who commits here: see {@link CommitIdentity#find}. */
    public Optional<CommitIdentity> identity(UnaryOperator<String> environment, String role) {
        return CommitIdentity.find(repository.getConfig(), environment, role);
    }

    /** Returns the user's own configuration ({@code ~/.gitconfig}), without that of any repository. */
    public static Config userConfig() throws GitException {
        MachineIsolation.install();
        try {
            return SystemReader.getInstance().getUserConfig();
        } catch (IOException | ConfigInvalidException e) {
            throw new GitException("the user's Git configuration cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the subjects of the last {@code count} commits, newest first; fewer if the history is shallow. */
    public static List<String> subjects(Repository repository, ObjectId from, int count) throws GitException {
        List<String> subjects = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.sort(RevSort.COMMIT_TIME_DESC);
            walk.markStart(walk.parseCommit(from));
            for (RevCommit commit = walk.next(); commit != null && subjects.size() < count; commit = walk.next()) {
                subjects.add(commit.getShortMessage());
            }
            return subjects;
        } catch (IOException e) {
            throw new GitException("the history of " + from.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns whether the file of the work tree differs from {@code committed} in more than its line endings, or is not there.
     * The file may then hold changes that a branch made from the commit does not have.
     */
    public boolean differsInWorkTree(String path, byte[] committed) {
        if (repository.isBare()) {
            return false;
        }
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] found = in.readNBytes(committed.length * 2 + 2);
            return !java.util.Arrays.equals(withoutCarriageReturns(found), withoutCarriageReturns(committed));
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] withoutCarriageReturns(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                kept[length++] = bytes[i];
            }
        }
        return java.util.Arrays.copyOf(kept, length);
    }

    /**
     * Makes sure that writing the branch stays inside the repository.
     *
     * @throws GitException if a folder on the way to the ref is a symbolic link
     */
    public void checkBranchIsInside(String branch) throws GitException {
        Path folder = repository.getCommonDirectory().toPath();
        String[] segments = (Constants.R_HEADS + branch).split("/", -1);
        for (String segment : segments) {
            folder = folder.resolve(segment);
            if (Files.isSymbolicLink(folder)) {
                throw new GitException(
                        root.relativize(folder) + " is a symbolic link: branch " + branch + " not written");
            }
        }
    }

    /** Returns the folder of a linked work tree other than this one that has the branch checked out, or this one's. */
    public Optional<Path> checkedOutIn(String branch) throws GitException {
        if (currentBranch().filter(branch::equals).isPresent() && !repository.isBare()) {
            return Optional.of(root);
        }
        File[] trees = new File(repository.getCommonDirectory(), "worktrees").listFiles(File::isDirectory);
        for (File tree : trees == null ? new File[0] : trees) {
            Path head = tree.toPath().resolve("HEAD");
            try {
                if (Files.isRegularFile(head, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(head) < 4096
                        && Files.readString(head).strip().equals("ref: " + Constants.R_HEADS + branch)) {
                    return Optional.of(tree.toPath());
                }
            } catch (IOException e) {
                return Optional.of(tree.toPath());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        repository.close();
        delete(shelter);
    }

    static void delete(Path folder) {
        if (folder == null || !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                file.toFile().setWritable(true);
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // What is left lies in the folder for temporary files and holds no secret.
            System.getLogger(LocalRepository.class.getName())
                    .log(System.Logger.Level.DEBUG, "not deleted: " + folder, e);
        }
    }
}

package dev.drydock.git;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Makes commits from changed blobs, without a work tree: the tree of the base is rebuilt in memory with the blobs replaced
 * and every mode kept. The index and the work tree are not looked at, and no hook runs.
 */
public final class BranchCommitter {
    private final Repository repository;
    private final Settings settings;

    /**
     * How commits are made.
     *
     * @param author who the change is by
     * @param committer who recorded it
     * @param signOff whether a {@code Signed-off-by} trailer of the committer is added
     * @param signer signs each commit, if there is one
     * @param clock for the dates, in its own time zone
     */
    public record Settings(
            CommitIdentity author,
            CommitIdentity committer,
            boolean signOff,
            Optional<CommitSigner> signer,
            Clock clock) {}

    public BranchCommitter(Repository repository, Settings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /**
     * Writes one commit after the other, the first on top of {@code base}, and returns the last. No ref changes.
     *
     * @throws GitException if a file is not what its change expects, a path is refused, or the repository cannot be written
     */
    public ObjectId commit(ObjectId base, List<PlannedCommit> commits) throws GitException {
        ObjectId head = base;
        try (ObjectInserter inserter = repository.newObjectInserter();
                ObjectReader reader = inserter.newReader();
                RevWalk walk = new RevWalk(reader)) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            builder.addTree(
                    new byte[0],
                    DirCacheEntry.STAGE_0,
                    reader,
                    walk.parseCommit(base).getTree());
            builder.finish();
            for (PlannedCommit commit : commits) {
                apply(index, commit.files(), inserter, reader);
                ObjectId tree = index.writeTree(inserter);
                head = write(head, tree, commit.message(), inserter, reader);
            }
            inserter.flush();
            return head;
        } catch (GitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // JGit reports a damaged tree with unchecked exceptions too.
            throw new GitException("the commit could not be written: " + e.getMessage(), e);
        }
    }

    private static void apply(DirCache index, List<FileChange> files, ObjectInserter inserter, ObjectReader reader)
            throws IOException {
        DirCacheEditor editor = index.editor();
        for (FileChange file : files) {
            FileMode mode = check(index, file, reader);
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.after());
            editor.add(new DirCacheEditor.PathEdit(file.path()) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(mode);
                    entry.setObjectId(blob);
                }
            });
        }
        editor.finish();
    }

    /** Returns the mode that the file has or gets. */
    private static FileMode check(DirCache index, FileChange file, ObjectReader reader) throws IOException {
        String path = file.path();
        if (!HeadFiles.isAcceptable(path)) {
            throw new GitException(path + ": this name is refused");
        }
        DirCacheEntry entry = index.getEntry(path);
        if (entry == null) {
            checkNew(index, file);
            return FileMode.REGULAR_FILE;
        }
        FileMode mode = entry.getFileMode();
        if (!mode.equals(FileMode.REGULAR_FILE) && !mode.equals(FileMode.EXECUTABLE_FILE)) {
            throw new GitException(path + " is not a regular file in the commit: left alone");
        }
        Optional<byte[]> before = file.before();
        boolean same = before.isPresent()
                && reader.getObjectSize(entry.getObjectId(), Constants.OBJ_BLOB) == before.get().length
                && Arrays.equals(
                        reader.open(entry.getObjectId(), Constants.OBJ_BLOB).getBytes(), before.get());
        if (!same) {
            throw new GitException(path + " is not in the commit what the change was made for");
        }
        return mode;
    }

    /** The editor would silently drop a file that stands where a folder is needed, and the reverse. */
    private static void checkNew(DirCache index, FileChange file) throws GitException {
        String path = file.path();
        if (!file.isNew()) {
            throw new GitException(path + " is not in the commit");
        }
        if (index.getEntriesWithin(path).length > 0) {
            throw new GitException(path + " is a directory in the commit");
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (index.getEntry(path.substring(0, slash)) != null) {
                throw new GitException(path.substring(0, slash) + " is not a directory in the commit");
            }
        }
    }

    private ObjectId write(
            ObjectId parent, ObjectId tree, CommitMessage message, ObjectInserter inserter, ObjectReader reader)
            throws IOException {
        PersonIdent committer = settings.committer()
                .at(settings.clock().instant(), settings.clock().getZone());
        CommitMessage complete = message;
        if (settings.signOff()) {
            complete =
                    complete.withTrailer("Signed-off-by", settings.committer().toString());
        }
        complete = complete.withTrailer(OwnCommits.TRAILER, OwnCommits.seal(reader, parent, tree));
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentId(parent);
        commit.setAuthor(settings.author()
                .at(settings.clock().instant(), settings.clock().getZone()));
        commit.setCommitter(committer);
        commit.setMessage(complete.toString());
        if (settings.signer().isPresent()) {
            settings.signer().get().sign(repository, commit, committer);
        }
        return inserter.insert(commit);
    }

    /**
     * Points the branch at {@code commit}, if it still points at {@code expected} ({@link ObjectId#zeroId()}: does not exist).
     *
     * @throws GitException if it points elsewhere by now or the name is not one of a branch
     */
    public void updateBranch(String branch, ObjectId commit, ObjectId expected) throws GitException {
        String name = Constants.R_HEADS + branch;
        if (!Repository.isValidRefName(name)) {
            throw new GitException(branch + " is not a valid name of a branch");
        }
        try {
            RefUpdate update = repository.updateRef(name);
            update.setNewObjectId(commit);
            update.setExpectedOldObjectId(expected);
            update.setForceUpdate(true);
            update.setRefLogIdent(settings.committer()
                    .at(settings.clock().instant(), settings.clock().getZone()));
            update.setRefLogMessage("drydock: fixes", false);
            RefUpdate.Result result = update.forceUpdate();
            switch (result) {
                case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
                default -> throw new GitException("branch " + branch + " was not changed: " + describe(result));
            }
        } catch (GitException e) {
            throw e;
        } catch (IOException e) {
            throw new GitException("branch " + branch + " was not changed: " + e.getMessage(), e);
        }
    }

    private static String describe(RefUpdate.Result result) {
        return switch (result) {
            case LOCK_FAILURE -> "it moved meanwhile, or another process holds its lock";
            case REJECTED_CURRENT_BRANCH -> "it is checked out";
            default -> result.name();
        };
    }
}

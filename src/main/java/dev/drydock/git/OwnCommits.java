package dev.drydock.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.FooterKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Tells Drydock's own commits from those of people.
 *
 * <p>Each commit carries a trailer with a digest of its parent and of every path that it changes. A commit that was
 * amended, rebased, or made by hand does not match its trailer any more, whatever name it bears; so a person's work on a
 * branch is recognised without a database and without trusting names. The digest is no signature: it keeps honest people
 * safe, and whoever can push can do as he likes anyway.
 */
public final class OwnCommits {
    static final String TRAILER = "Drydock-Change";

    private static final FooterKey KEY = new FooterKey(TRAILER);
    private static final int MOST_COMMITS = 200;
    private static final int MOST_PATHS = 20_000;

    /**
     * What a branch consists of.
     *
     * @param base the commit that the first own commit was made on; the head itself if there is none
     * @param foreign the newest commit that is not Drydock's, described in one line
     */
    public record Branch(ObjectId base, Optional<String> foreign, int commits) {
        /** Returns whether every commit on top of the base is Drydock's, and there is at least one. */
        public boolean isOwn() {
            return foreign.isEmpty() && commits > 0;
        }
    }

    private OwnCommits() {}

    /**
     * Returns what lies on the branch at {@code head}. Walks down while commits match their trailers; the first one without a
     * trailer below an own commit is what that one was made on, so it is the base.
     */
    public static Branch inspect(Repository repository, ObjectId head) throws GitException {
        return inspect(repository, head, Optional.empty());
    }

    /**
     * Returns the same, but what the button "Update branch" of a platform makes is no work of a person: a merge of the base
     * that adds nothing of its own, and an own commit that was put on a newer commit of the base.
     *
     * @param trunk where the base branch is now
     */
    public static Branch inspect(Repository repository, ObjectId head, ObjectId trunk) throws GitException {
        return inspect(repository, head, Optional.of(trunk));
    }

    private static Branch inspect(Repository repository, ObjectId head, Optional<ObjectId> trunk) throws GitException {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(head);
            int commits = 0;
            while (commits < MOST_COMMITS) {
                List<String> seals = commit.getFooterLines(KEY);
                if (commits == 0
                        && seals.isEmpty()
                        && trunk.isPresent()
                        && isMergeOf(repository, walk, commit, trunk.get())) {
                    commit = walk.parseCommit(commit.getParent(0));
                    continue;
                }
                if (seals.isEmpty()) {
                    Optional<String> foreign = commits > 0 ? Optional.empty() : Optional.of(describe(commit));
                    return new Branch(commit.copy(), foreign, commits);
                }
                String last = seals.get(seals.size() - 1).strip();
                boolean own = commit.getParentCount() == 1
                        && (last.equals(seal(walk.getObjectReader(), commit.getParent(0), commit.getTree()))
                                || (trunk.isPresent() && isMovedUp(repository, walk, commit, last, trunk.get())));
                if (!own) {
                    return new Branch(commit.copy(), Optional.of(describe(commit)), commits);
                }
                commits++;
                commit = walk.parseCommit(commit.getParent(0));
            }
            return new Branch(commit.copy(), Optional.of(describe(commit)), commits);
        } catch (IOException e) {
            throw new GitException("the branch at " + head.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns whether a commit merges a commit of the trunk into what was there, as Git does it by itself. */
    private static boolean isMergeOf(Repository repository, RevWalk walk, RevCommit commit, ObjectId trunk)
            throws IOException {
        if (commit.getParentCount() != 2 || !isOn(repository, commit.getParent(1), trunk)) {
            return false;
        }
        return merged(repository, commit.getParent(0), commit.getParent(1))
                .filter(walk.parseCommit(commit).getTree()::equals)
                .isPresent();
    }

    private static boolean isOn(Repository repository, ObjectId commit, ObjectId trunk) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(trunk));
        }
    }

    /** Returns the tree that Git makes of two commits, or empty if they conflict or share no commit that is there. */
    public static Optional<ObjectId> merged(Repository repository, ObjectId one, ObjectId other) {
        try {
            ThreeWayMerger merger = MergeStrategy.RECURSIVE.newMerger(repository, true);
            return merger.merge(one, other) ? Optional.of(merger.getResultTreeId()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // A history that is cut off: nobody can tell, so it counts as a conflict.
            return Optional.empty();
        }
    }

    /** Returns whether the commit changes what its seal says, on a later commit of the trunk than the one it was made on. */
    private static boolean isMovedUp(Repository repository, RevWalk walk, RevCommit commit, String seal, ObjectId trunk)
            throws IOException {
        RevCommit parent = walk.parseCommit(commit.getParent(0));
        if (!isOn(repository, parent, trunk)) {
            return false;
        }
        byte[] changes = changes(walk.getObjectReader(), parent.getTree(), commit.getTree());
        try (RevWalk back = new RevWalk(repository)) {
            back.markStart(back.parseCommit(parent));
            int looked = 0;
            for (RevCommit earlier = back.next(); earlier != null && looked < MOST_COMMITS; earlier = back.next()) {
                looked++;
                if (seal.equals(seal(earlier, changes))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String describe(RevCommit commit) {
        String author = commit.getAuthorIdent().getName();
        return OneLine.of(commit.abbreviate(8).name() + " \"" + commit.getShortMessage() + "\" by " + author, 160);
    }

    /** Returns the digest for a commit of {@code tree} on top of {@code parent}. */
    static String seal(ObjectReader reader, ObjectId parent, ObjectId tree) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            return seal(parent, changes(reader, walk.parseCommit(parent).getTree(), tree));
        }
    }

    private static String seal(ObjectId parent, byte[] changes) {
        MessageDigest digest = sha256();
        digest.update(("parent " + parent.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        digest.update(changes);
        return HexFormat.of().formatHex(digest.digest(), 0, 20);
    }

    private static byte[] changes(ObjectReader reader, ObjectId before, ObjectId after) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (TreeWalk changes = new TreeWalk(reader)) {
            changes.addTree(before);
            changes.addTree(after);
            changes.setRecursive(true);
            changes.setFilter(TreeFilter.ANY_DIFF);
            int paths = 0;
            while (changes.next() && paths++ < MOST_PATHS) {
                String line = Integer.toOctalString(changes.getRawMode(1)) + " "
                        + changes.getObjectId(1).name() + " ";
                text.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
                text.writeBytes(changes.getRawPath());
                text.write('\n');
            }
        }
        return text.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

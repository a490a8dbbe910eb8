package dev.drydock.git;

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
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(head);
            int commits = 0;
            while (commits < MOST_COMMITS) {
                List<String> seals = commit.getFooterLines(KEY);
                if (seals.isEmpty()) {
                    Optional<String> foreign = commits > 0 ? Optional.empty() : Optional.of(describe(commit));
                    return new Branch(commit.copy(), foreign, commits);
                }
                boolean own = commit.getParentCount() == 1
                        && seals.get(seals.size() - 1)
                                .strip()
                                .equals(seal(walk.getObjectReader(), commit.getParent(0), commit.getTree()));
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

    private static String describe(RevCommit commit) {
        String author = commit.getAuthorIdent().getName();
        return OneLine.of(commit.abbreviate(8).name() + " \"" + commit.getShortMessage() + "\" by " + author, 160);
    }

    /** Returns the digest for a commit of {@code tree} on top of {@code parent}. */
    static String seal(ObjectReader reader, ObjectId parent, ObjectId tree) throws IOException {
        MessageDigest digest = sha256();
        digest.update(("parent " + parent.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        try (RevWalk walk = new RevWalk(reader);
                TreeWalk changes = new TreeWalk(reader)) {
            changes.addTree(walk.parseCommit(parent).getTree());
            changes.addTree(tree);
            changes.setRecursive(true);
            changes.setFilter(TreeFilter.ANY_DIFF);
            int paths = 0;
            while (changes.next() && paths++ < MOST_PATHS) {
                String line = Integer.toOctalString(changes.getRawMode(1)) + " "
                        + changes.getObjectId(1).name() + " ";
                digest.update(line.getBytes(StandardCharsets.US_ASCII));
                digest.update(changes.getRawPath());
                digest.update((byte) '\n');
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 20);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.drydock.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/**
 * The remote side of a repository: what branches it has, fetching them, and pushing with a lease.
 *
 * <p>Works in a repository of Drydock's own ({@link CloneCache}), so that no setting of a checkout can redirect it.
 */
public final class GitRemote {
    private static final String TRACKED = "refs/remotes/origin/";

    private final RemoteUrl url;
    private final Optional<GitCredentials> credentials;
    private final Limits limits;

    /**
     * What a remote may cost.
     *
     * @param idle how long it may say nothing
     * @param bytes how much a fetch may bring
     * @param sshFolder the user's SSH folder (keys, {@code config}, {@code known_hosts})
     */
    public record Limits(Duration idle, long bytes, Path sshFolder) {
        /** Returns the usual limits: a minute, 2 GiB, {@code ~/.ssh}. */
        public static Limits usual(Path home) {
            return new Limits(Duration.ofMinutes(1), 2L << 30, home.resolve(".ssh"));
        }
    }

    /**
     * What a remote has.
     *
     * @param defaultBranch the branch that its HEAD names
     * @param branches name without {@code refs/heads/} to commit
     */
    public record Heads(Optional<String> defaultBranch, Map<String, ObjectId> branches) {}

    /** How a push ended. */
    public enum PushOutcome {
        DONE,
        /** The branch is not where it was expected; nothing changed. */
        MOVED_MEANWHILE
    }

    public GitRemote(RemoteUrl url, Optional<GitCredentials> credentials, Limits limits) {
        MachineIsolation.install();
        this.url = url;
        this.credentials = credentials;
        this.limits = limits;
    }

    public RemoteUrl url() {
        return url;
    }

    /** Returns what the remote has now. */
    public Heads heads(Repository repository) throws GitException {
        return run("cannot be read", repository, transport -> {
            try (FetchConnection connection = transport.openFetch()) {
                Map<String, ObjectId> branches = new TreeMap<>();
                Optional<String> main = Optional.empty();
                for (Ref ref : connection.getRefs()) {
                    if (ref.getName().startsWith(Constants.R_HEADS) && ref.getObjectId() != null) {
                        branches.put(
                                ref.getName().substring(Constants.R_HEADS.length()),
                                ref.getObjectId().copy());
                    } else if (ref.getName().equals(Constants.HEAD) && ref.isSymbolic()) {
                        main = Optional.of(ref.getTarget().getName())
                                .filter(name -> name.startsWith(Constants.R_HEADS))
                                .map(name -> name.substring(Constants.R_HEADS.length()));
                    }
                }
                return new Heads(main, branches);
            }
        });
    }

    /**
     * Fetches the last {@code depth} commits of some branches, and returns where each of them is. Branches that the remote
     * does not have are absent. What an earlier call fetched and is not there any more is forgotten.
     */
    public Map<String, ObjectId> fetch(Repository repository, Collection<String> branches, int depth)
            throws GitException {
        Heads heads = heads(repository);
        List<RefSpec> specs = new ArrayList<>();
        Map<String, ObjectId> wanted = new TreeMap<>();
        for (String branch : branches) {
            ObjectId id = heads.branches().get(branch);
            if (id != null) {
                specs.add(new RefSpec("+" + Constants.R_HEADS + branch + ":" + TRACKED + branch));
                wanted.put(branch, id);
            }
        }
        if (specs.isEmpty()) {
            return wanted;
        }
        SizeGuard guard = new SizeGuard(repository.getDirectory().toPath(), limits.bytes());
        return run("cannot be fetched", repository, transport -> {
            if (depth > 0) {
                transport.setDepth(depth);
            }
            transport.setTagOpt(TagOpt.NO_TAGS);
            try {
                transport.fetch(guard, specs);
            } catch (IOException | JGitInternalException e) {
                // How a fetch ends that the guard stops depends on where it was.
                if (guard.isCancelled()) {
                    throw new GitException(tooLarge(), e);
                }
                throw e;
            }
            // A fetch that is over between two looks was never stopped; what it brought counts all the same.
            guard.endTask();
            if (guard.isCancelled()) {
                throw new GitException(tooLarge());
            }
            Map<String, ObjectId> fetched = new TreeMap<>();
            for (String branch : wanted.keySet()) {
                Ref ref = repository.exactRef(TRACKED + branch);
                if (ref != null && ref.getObjectId() != null) {
                    fetched.put(branch, ref.getObjectId().copy());
                }
            }
            return fetched;
        });
    }

    private String tooLarge() {
        return url + " is larger than the limit of " + (limits.bytes() >> 20) + " MiB";
    }

    /**
     * Points the remote's branch at {@code commit}, if it is still at {@code expected} ({@link ObjectId#zeroId()}: does not
     * exist). Never overwrites what somebody pushed meanwhile.
     */
    public PushOutcome push(Repository repository, String branch, ObjectId commit, ObjectId expected)
            throws GitException {
        return send(repository, branch, commit, expected);
    }

    /** Deletes the remote's branch, if it is still at {@code expected}. */
    public PushOutcome delete(Repository repository, String branch, ObjectId expected) throws GitException {
        return send(repository, branch, ObjectId.zeroId(), expected);
    }

    private PushOutcome send(Repository repository, String branch, ObjectId commit, ObjectId expected)
            throws GitException {
        String name = Constants.R_HEADS + branch;
        if (!Repository.isValidRefName(name)) {
            throw new GitException(branch + " is not a valid name of a branch");
        }
        PushResult result = run("cannot be pushed to", repository, transport -> {
            RemoteRefUpdate update = new RemoteRefUpdate(repository, null, commit, name, true, null, expected);
            return transport.push(NullProgressMonitor.INSTANCE, List.of(update));
        });
        RemoteRefUpdate answer = result.getRemoteUpdate(name);
        return answer.getStatus() == RemoteRefUpdate.Status.REJECTED_OTHER_REASON
                        && isMovedMeanwhile(repository, branch, answer, expected)
                ? PushOutcome.MOVED_MEANWHILE
                : outcome(branch, answer, result.getMessages());
    }

    /** Servers say in their own words that two pushes met; where the branch is now tells, and a lock that is held. */
    private boolean isMovedMeanwhile(Repository repository, String branch, RemoteRefUpdate answer, ObjectId expected)
            throws GitException {
        String said = String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT);
        ObjectId now = heads(repository).branches().getOrDefault(branch, ObjectId.zeroId());
        return !now.equals(expected)
                || (said.contains("cannot lock ref") && said.contains(".lock") && said.contains("exists"));
    }

    private PushOutcome outcome(String branch, RemoteRefUpdate answer, String messages) throws GitException {
        return switch (answer.getStatus()) {
            case OK, UP_TO_DATE, NON_EXISTING -> PushOutcome.DONE;
            case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> PushOutcome.MOVED_MEANWHILE;
            default -> {
                String reason = Optional.ofNullable(answer.getMessage()).orElse("") + " " + messages;
                throw failure(
                        "did not take branch " + branch,
                        new TransportException(
                                reason.isBlank() ? answer.getStatus().name().toLowerCase(Locale.ROOT) : reason));
            }
        };
    }

    private interface Work<T> {
        T with(Transport transport) throws IOException;
    }

    private <T> T run(String failed, Repository repository, Work<T> work) throws GitException {
        checkProtocol();
        SshSessionFactory ssh = url.protocol() == RemoteUrl.Protocol.SSH ? sshFactory() : null;
        try (Transport transport = Transport.open(repository, new URIish(url.toString()))) {
            transport.setTimeout((int) limits.idle().toSeconds());
            transport.setCredentialsProvider(
                    credentials.map(c -> c.providerFor(url)).orElseGet(() -> GitCredentials.none(url)));
            if (transport instanceof SshTransport secure && ssh != null) {
                secure.setSshSessionFactory(ssh);
            }
            return work.with(transport);
        } catch (GitException e) {
            throw e;
        } catch (URISyntaxException | IOException | JGitInternalException | UnsupportedOperationException e) {
            throw failure(failed, e);
        } finally {
            if (ssh instanceof AutoCloseable closeable) {
                close(closeable);
            }
        }
    }

    private void checkProtocol() throws GitException {
        boolean open = url.protocol() == RemoteUrl.Protocol.HTTP && !url.isLoopback();
        if (open && credentials.isPresent()) {
            throw new GitException(url + ": a token is not sent over plain HTTP; use https");
        }
    }

    private GitException failure(String what, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root && root.getMessage() == null) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage());
        String said = credentials.map(c -> c.mask(reason)).orElse(reason);
        String address = url + ": ";
        String detail = said.startsWith(address) ? said.substring(address.length()) : said;
        // The cause is dropped on purpose: a stack trace of the transport could print what the mask has taken out.
        return new GitException(url + " " + what + ": " + detail);
    }

    private SshSessionFactory sshFactory() {
        Path folder = limits.sshFolder();
        Path home = Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder);
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(folder.toFile())
                .setPreferredAuthentications("publickey")
                .build(new JGitKeyCache());
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.getLogger(GitRemote.class.getName()).log(System.Logger.Level.DEBUG, "closing the connection", e);
        }
    }

    /** Stops a fetch that brings more than it may. Git's protocol does not tell the size beforehand. */
    private static final class SizeGuard extends EmptyProgressMonitor {
        private static final long EVERY_NANOS = 200_000_000L;

        private final Path folder;
        private final long limit;
        private long lastLook = System.nanoTime();
        private volatile boolean tooLarge;

        SizeGuard(Path folder, long limit) {
            this.folder = folder;
            this.limit = limit;
        }

        @Override
        public void update(int completed) {
            if (System.nanoTime() - lastLook > EVERY_NANOS) {
                lastLook = System.nanoTime();
                tooLarge = CloneCache.size(folder) > limit;
            }
        }

        @Override
        public void endTask() {
            tooLarge = tooLarge || CloneCache.size(folder) > limit;
        }

        @Override
        public boolean isCancelled() {
            return tooLarge;
        }
    }
}

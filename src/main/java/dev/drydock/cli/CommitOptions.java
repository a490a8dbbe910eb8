package dev.drydock.cli;

import dev.drydock.config.RequestSettings;
import dev.drydock.git.BranchCommitter;
import dev.drydock.git.CommitIdentity;
import dev.drydock.git.CommitSigner;
import dev.drydock.git.GitException;
import dev.drydock.git.LocalRepository;
import dev.drydock.proposal.Grouping;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that makes commits: what is in one, and who it is by. */
final class CommitOptions {
    private static final CommitIdentity DRYDOCK = new CommitIdentity("Drydock", "drydock@localhost");

    @Option(
            names = "--group-by",
            paramLabel = "WHAT",
            converter = GroupingConverters.Group.class,
            description = "How changes are grouped into branches: safety, all, file, rule or directory.")
    Grouping groupBy;

    @Option(
            names = "--commit-per",
            paramLabel = "WHAT",
            converter = GroupingConverters.Commit.class,
            description = "How changes are grouped into commits: group (default) or transform.")
    GroupingConverters.CommitPer commitPer;

    @Option(
            names = "--branch-prefix",
            paramLabel = "PREFIX",
            description = "Prefix of branch names; default: drydock/.")
    String branchPrefix = "drydock/";

    @Option(names = "--force-update", description = "Overwrite commits of others on Drydock's branches.")
    boolean forceUpdate;

    @Option(
            names = "--author",
            paramLabel = "NAME <ADDRESS>",
            description = "Author of the commits; default: as Git is configured.")
    String author;

    @Option(
            names = {"--signoff", "--sign-off"},
            description = "Add a Signed-off-by trailer.")
    boolean signOff;

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "Sign commits with this SSH key; default: as Git is configured.")
    String signingKey;

    @Option(names = "--no-sign", description = "Do not sign commits.")
    boolean noSign;

    boolean perTransform(RequestSettings configured) {
        return commitPer != null
                ? commitPer == GroupingConverters.CommitPer.TRANSFORM
                : configured.commitPer().filter("transform"::equals).isPresent();
    }

    /**
     * Returns how commits are made.
     *
     * @param local the checkout whose configuration says who commits; empty: only the user's own
     * @param anonymous whether Drydock commits under its own name where nobody says who does
     */
    BranchCommitter.Settings settings(
            Surroundings surroundings, Optional<LocalRepository> local, RequestSettings configured, boolean anonymous)
            throws GitException {
        CommitIdentity by = author(surroundings, local, "AUTHOR", anonymous);
        CommitIdentity committer = author == null ? author(surroundings, local, "COMMITTER", anonymous) : by;
        boolean signedOff =
                surroundings.flag(signOff, "signoff") || configured.signOff().orElse(false);
        return new BranchCommitter.Settings(
                by, committer, signedOff, signer(surroundings), Clock.system(ZoneId.systemDefault()));
    }

    private CommitIdentity author(
            Surroundings surroundings, Optional<LocalRepository> local, String role, boolean anonymous)
            throws GitException {
        if (author != null) {
            return CommitIdentity.parse(author)
                    .orElseThrow(() -> new Failure("--author is spelled \"Name <address>\""));
        }
        Optional<CommitIdentity> found = local.isPresent()
                ? local.get().identity(surroundings::variableOrNull, role)
                : CommitIdentity.find(LocalRepository.userConfig(), surroundings::variableOrNull, role);
        if (found.isPresent()) {
            return found.get();
        }
        if (anonymous) {
            return DRYDOCK;
        }
        throw new Failure("who commits? set user.name and user.email in Git, or use --author");
    }

    private Optional<CommitSigner> signer(Surroundings surroundings) throws GitException {
        if (surroundings.flag(noSign, "no-sign")) {
            return Optional.empty();
        }
        return signingKey != null
                ? Optional.of(
                        CommitSigner.withKey(surroundings.workingDirectory().resolve(signingKey)))
                : CommitSigner.configured(LocalRepository.userConfig(), surroundings.home());
    }
}

package dev.drydock.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.api.errors.UnsupportedSigningFormatException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.GpgSignature;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.Signer;
import org.eclipse.jgit.lib.Signers;

/**
 * Signs commits with an SSH key ({@code gpg.format = ssh}). The key is a file without a passphrase, with its public
 * key ({@code .pub}) beside it. {@code gpg.ssh.defaultKeyCommand} and {@code gpg.ssh.program} are never run.
 */
public final class CommitSigner {
    private final String key;

    private CommitSigner(String key) {
        this.key = key;
    }

    /** Returns a signer for a key pair; {@code file} is its private or its public part. */
    public static CommitSigner withKey(Path file) throws GitException {
        Path key = file.toAbsolutePath();
        Path pub = key.toString().endsWith(".pub") ? key : key.resolveSibling(key.getFileName() + ".pub");
        if (!Files.isReadable(pub)) {
            throw new GitException("the signing key " + pub + " cannot be read");
        }
        return new CommitSigner(pub.toString());
    }

    /**
     * Returns the signer that the user's configuration asks for: {@code commit.gpgSign} true, {@code gpg.format} ssh and
     * {@code user.signingKey} a file.
     *
     * @param user the user's own configuration, not that of a repository
     * @throws GitException if signing is asked for but cannot be done here
     */
    public static Optional<CommitSigner> configured(Config user, Path home) throws GitException {
        if (!user.getBoolean("commit", null, "gpgsign", false)) {
            return Optional.empty();
        }
        String format =
                Optional.ofNullable(user.getString("gpg", null, "format")).orElse("openpgp");
        if (!format.toLowerCase(Locale.ROOT).equals("ssh")) {
            throw new GitException("commit.gpgSign asks for " + format
                    + " signatures; only gpg.format=ssh can be made here (--no-sign leaves the commit unsigned)");
        }
        String key = user.getString("user", null, "signingkey");
        if (key == null || key.isBlank() || key.startsWith("key::") || key.startsWith("ssh-")) {
            throw new GitException("signing with SSH needs a key file in user.signingKey");
        }
        return Optional.of(withKey(key.startsWith("~/") ? home.resolve(key.substring(2)) : Path.of(key)));
    }

    void sign(Repository repository, CommitBuilder commit, PersonIdent committer) throws GitException {
        Config config = new Config();
        config.setString("gpg", null, "format", "ssh");
        config.setString("user", null, "signingkey", key);
        Signer signer = Signers.get(GpgConfig.GpgFormat.SSH);
        if (signer == null) {
            throw new GitException("this build cannot sign with SSH keys");
        }
        try {
            GpgSignature signature =
                    signer.sign(repository, new GpgConfig(config), commit.build(), committer, key, null);
            commit.setGpgSignature(signature);
        } catch (IOException | CanceledException | UnsupportedSigningFormatException | JGitInternalException e) {
            throw new GitException("the commit could not be signed with " + key + ": " + e.getMessage(), e);
        }
    }
}

package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of the SSH library on this machine that runs the real git commands, and Ed25519 keys. */
class SshRemoteTest {
    @TempDir
    Path temp;

    private SshServer server;
    private GitCommand bare;

    private static Path key(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        int status = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isZero();
        return file;
    }

    @BeforeEach
    void start() throws Exception {
        bare = GitCommand.initBare(temp.resolve("r.git"));
        GitCommand person = GitCommand.init(temp.resolve("person"));
        person.write("Dockerfile", "FROM a\n").commitAll("first");
        person.run("push", "-q", bare.folder().toString(), "main");
        Path host = key(temp.resolve("server/host"));
        Path user = key(temp.resolve("ssh/id_ed25519"));
        PublicKey allowed = PublicKeyEntry.parsePublicKeyEntry(Files.readString(user.resolveSibling("id_ed25519.pub")))
                .resolvePublicKey(null, Map.of(), null);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new FileKeyPairProvider(host));
        server.setPublickeyAuthenticator((name, given, session) -> KeyUtils.compareKeys(given, allowed));
        server.setCommandFactory((channel, command) -> {
            boolean upload = command.startsWith("git-upload-pack ");
            String verb = upload ? "upload-pack" : "receive-pack";
            return new ProcessShellFactory(command, "git", verb, bare.folder().toString()).createShell(channel);
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private GitRemote remote() {
        RemoteUrl url = RemoteUrl.parse("ssh://git@127.0.0.1:" + server.getPort() + bare.folder())
                .orElseThrow();
        return new GitRemote(
                url, Optional.empty(), new GitRemote.Limits(Duration.ofSeconds(20), 64L << 20, temp.resolve("ssh")));
    }

    private CloneCache cache() {
        return new CloneCache(temp.resolve("cache"), 1L << 30, Clock.systemUTC());
    }

    @Test
    void aKnownHostIsFetchedFromAndPushedTo() throws IOException {
        String[] host = Files.readString(temp.resolve("server/host.pub")).split(" ", -1);
        Files.writeString(
                temp.resolve("ssh/known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + host[0] + " " + host[1] + "\n");
        GitRemote remote = remote();
        try (CloneCache.Lease clone = cache().open(remote.url())) {
            ObjectId base = remote.fetch(clone.repository(), List.of("main"), 1).get("main");
            assertThat(remote.push(clone.repository(), "drydock/fixes", base, ObjectId.zeroId()))
                    .isEqualTo(GitRemote.PushOutcome.DONE);
        }
        assertThat(bare.run("rev-parse", "drydock/fixes")).isEqualTo(bare.run("rev-parse", "main"));
    }

    @Test
    void anUnknownHostIsRefused() throws IOException {
        Files.createFile(temp.resolve("ssh/known_hosts"));
        GitRemote remote = remote();
        try (CloneCache.Lease clone = cache().open(remote.url())) {
            assertThatThrownBy(() -> remote.heads(clone.repository()))
                    .isInstanceOf(GitException.class)
                    .hasMessageContaining("cannot be read");
        }
        assertThat(Files.readString(temp.resolve("ssh/known_hosts"))).isEmpty();
    }
}

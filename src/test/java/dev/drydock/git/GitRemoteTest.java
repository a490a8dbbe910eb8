package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRemoteTest {
    private static final String TOKEN = "tok-3141592653589793";

    @TempDir
    Path temp;

    private GitCommand remote() {
        GitCommand bare = GitCommand.initBare(temp.resolve("srv/o/r.git"));
        GitCommand person = GitCommand.init(temp.resolve("person"));
        for (int i = 0; i < 5; i++) {
            person.write("Dockerfile", "FROM a:" + i + "\n").commitAll("commit " + i);
        }
        person.run("push", "-q", bare.folder().toString(), "main");
        return bare;
    }

    private GitRemote remote(String url, String token) {
        return new GitRemote(
                RemoteUrl.parse(url).orElseThrow(),
                token.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new GitCredentials("x-access-token", AccessToken.of(token))),
                new GitRemote.Limits(Duration.ofSeconds(20), 64L << 20, temp.resolve("ssh")));
    }

    private CloneCache cache() {
        return new CloneCache(temp.resolve("cache"), 1L << 30, Clock.systemUTC());
    }

    @Test
    void aShallowCloneOverHttpIsChangedAndPushedBack() throws IOException {
        GitCommand bare = remote();
        try (GitHttpServer server = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN)) {
            GitRemote remote = remote(server.url() + "/o/r.git", TOKEN);
            try (CloneCache.Lease clone = cache().open(remote.url())) {
                assertThat(remote.heads(clone.repository()).defaultBranch()).contains("main");
                Map<String, ObjectId> fetched = remote.fetch(clone.repository(), List.of("main", "absent"), 2);
                assertThat(fetched).containsOnlyKeys("main");
                ObjectId base = fetched.get("main");
                assertThat(LocalRepository.subjects(clone.repository(), base, 50))
                        .hasSize(2);
                ObjectId made = new BranchCommitter(
                                clone.repository(), BranchCommitterTest.settings(false, Optional.empty()))
                        .commit(
                                base,
                                List.of(BranchCommitterTest.commit(
                                        "Pin",
                                        FileChange.edit(
                                                "Dockerfile",
                                                BranchCommitterTest.bytes("FROM a:4\n"),
                                                BranchCommitterTest.bytes("FROM b\n")))));
                assertThat(remote.push(clone.repository(), "drydock/fixes", made, ObjectId.zeroId()))
                        .isEqualTo(GitRemote.PushOutcome.DONE);
                assertThat(remote.push(clone.repository(), "drydock/fixes", base, ObjectId.zeroId()))
                        .isEqualTo(GitRemote.PushOutcome.MOVED_MEANWHILE);
                assertThat(bare.run("log", "--format=%s", "-2", "drydock/fixes"))
                        .isEqualTo("Pin\ncommit 4");
                assertThat(remote.delete(clone.repository(), "drydock/fixes", base))
                        .isEqualTo(GitRemote.PushOutcome.MOVED_MEANWHILE);
                assertThat(remote.delete(clone.repository(), "drydock/fixes", made))
                        .isEqualTo(GitRemote.PushOutcome.DONE);
                assertThat(bare.run("branch", "--format=%(refname:short)")).isEqualTo("main");
            }
            assertThat(server.requests).noneMatch(request -> request.contains(TOKEN));
        }
        assertThat(bare.run("fsck", "--strict")).doesNotContain("error");
        assertNowhere(temp.resolve("cache"), TOKEN);
    }

    private static void assertNowhere(Path folder, String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void aWrongTokenIsOneLineWithoutTheToken() throws IOException {
        remote();
        try (GitHttpServer server = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN)) {
            GitRemote remote = remote(server.url() + "/o/r.git", "wrong-token-271828");
            try (CloneCache.Lease clone = cache().open(remote.url())) {
                assertThatThrownBy(() -> remote.heads(clone.repository()))
                        .isInstanceOf(GitException.class)
                        .hasMessageContaining("cannot be read")
                        .satisfies(e -> {
                            StringWriter trace = new StringWriter();
                            e.printStackTrace(new PrintWriter(trace));
                            assertThat(trace.toString()).doesNotContain("wrong-token-271828");
                            assertThat(e.getMessage()).doesNotContain("\n");
                        });
            }
        }
    }

    @Test
    void aTokenDoesNotFollowARedirectToAnotherHost() throws IOException {
        remote();
        try (GitHttpServer server = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN)) {
            GitRemote remote = remote(server.url() + "/elsewhere/o/r.git", TOKEN);
            try (CloneCache.Lease clone = cache().open(remote.url())) {
                assertThatThrownBy(() -> remote.heads(clone.repository())).isInstanceOf(GitException.class);
            }
            assertThat(server.requests).anyMatch(request -> request.startsWith("GET /o/r.git"));
            assertThat(server.requests).noneMatch(request -> request.endsWith(" auth"));
        }
    }

    @Test
    void aTokenIsNotSentOverPlainHttpToOtherMachines() throws IOException {
        GitRemote remote = remote("http://git.example/o/r.git", TOKEN);
        try (CloneCache.Lease clone = cache().open(remote.url())) {
            assertThatThrownBy(() -> remote.heads(clone.repository()))
                    .hasMessageContaining("a token is not sent over plain HTTP");
        }
    }

    @Test
    void aFetchOverTheLimitStops() throws IOException {
        GitCommand bare = remote();
        GitCommand person = GitCommand.in(temp.resolve("person"));
        byte[] noise = new byte[3 << 20];
        new java.util.SplittableRandom(7).nextBytes(noise);
        Files.write(person.folder().resolve("noise"), noise);
        person.commitAll("large");
        person.run("push", "-q", bare.folder().toString(), "main");
        GitRemote remote = new GitRemote(
                RemoteUrl.parse(bare.folder().toString()).orElseThrow(),
                Optional.empty(),
                new GitRemote.Limits(Duration.ofSeconds(20), 1 << 20, temp));
        try (CloneCache.Lease clone = cache().open(remote.url())) {
            assertThatThrownBy(() -> remote.fetch(clone.repository(), List.of("main"), 1))
                    .isInstanceOf(GitException.class)
                    .hasMessageContaining("larger than the limit of 1 MiB");
        }
    }

    @Test
    void theCacheKeepsWhatFitsAndTwoUsersDoNotMeet() throws IOException {
        GitCommand bare = remote();
        RemoteUrl url = RemoteUrl.parse(bare.folder().toString()).orElseThrow();
        GitRemote remote = remote(bare.folder().toString(), "");
        CloneCache cache = cache();
        try (CloneCache.Lease one = cache.open(url);
                CloneCache.Lease two = cache.open(url)) {
            assertThat(one.repository().getDirectory())
                    .isNotEqualTo(two.repository().getDirectory());
            remote.fetch(one.repository(), List.of("main"), 1);
        }
        try (Stream<Path> kept = Files.list(temp.resolve("cache"))) {
            assertThat(kept.filter(Files::isDirectory)).hasSize(1);
        }
        CloneCache tight = new CloneCache(temp.resolve("cache"), 1, Clock.systemUTC());
        tight.open(RemoteUrl.parse("/other").orElseThrow()).close();
        try (Stream<Path> kept = Files.list(temp.resolve("cache"))) {
            assertThat(kept.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void aDamagedCloneIsReplaced() throws IOException {
        GitCommand bare = remote();
        GitRemote remote = remote(bare.folder().toString(), "");
        Path folder;
        try (CloneCache.Lease clone = cache().open(remote.url())) {
            remote.fetch(clone.repository(), List.of("main"), 1);
            folder = clone.repository().getDirectory().toPath();
        }
        Files.writeString(folder.resolve("config"), "[core\n");
        try (CloneCache.Lease clone = cache().open(remote.url())) {
            assertThat(remote.fetch(clone.repository(), List.of("main"), 1)).containsKey("main");
        }
    }
}

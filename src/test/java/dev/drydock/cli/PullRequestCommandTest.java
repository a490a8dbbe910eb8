package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.GitCommand;
import dev.drydock.git.GitHttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a Git server and a forge on this machine. */
class PullRequestCommandTest {
    private static final String TOKEN = "secret-token-314159265";

    @TempDir
    Path temp;

    private GitHttpServer remote;
    private StubGitHub forge;
    private GitCommand bare;
    private GitCommand git;

    @BeforeEach
    void aRemoteAndACheckout() throws IOException {
        remote = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN);
        forge = new StubGitHub(TOKEN);
        bare = GitCommand.initBare(temp.resolve("srv/o/r.git"));
        git = GitCommand.init(temp.resolve("repo"));
        git.write("Dockerfile", "FROM node:18\nCOPY . /app\nWORKDIR /app\nADD a.json /app/\nCMD [\"node\", \"a.js\"]\n")
                .write("a.json", "{}\n")
                .write("a.js", "1\n")
                .write("tools/Dockerfile", "FROM alpine:3.19\nRUN apk add curl\n")
                .commitAll("first");
        git.run("push", "-q", bare.folder().toString(), "main");
        git.run("remote", "add", "origin", remote.url() + "/o/r.git");
    }

    @AfterEach
    void close() {
        remote.close();
        forge.close();
    }

    private CommandCase.Result drydock(String token, String arguments) {
        return CommandCase.in(git.folder())
                .run("HOME=" + temp.resolve("home") + " XDG_CACHE_HOME=" + temp.resolve("cache") + " " + token
                        + " drydock " + arguments + " --platform github --base-url " + forge.url());
    }

    private CommandCase.Result drydock(String arguments) {
        return drydock("GITHUB_TOKEN=" + TOKEN, arguments);
    }

    private long pushes() {
        return remote.requests.stream()
                .filter(line -> line.startsWith("POST") && line.contains("git-receive-pack"))
                .count();
    }

    @Test
    void aDryRunSaysWhatTheRunDoes() {
        CommandCase.Result dry = drydock("pr --dry-run");
        assertThat(dry.exit()).as(dry.stderr()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(pushes()).isZero();
        assertThat(forge.writes).isEmpty();
        CommandCase.Result run = drydock("pr");
        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(forge.requests).hasSize(2);
        for (Map<String, Object> request : forge.requests) {
            String branch = (String) ((Map<?, ?>) request.get("head")).get("ref");
            assertThat(dry.stdout()).contains("create " + branch + ": ").contains("title: " + request.get("title"));
            String body = ((String) request.get("body")).replace(VersionCommand.version(), "<version>");
            body.lines()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> assertThat(dry.stdout()).contains("    " + line + "\n"));
            String diff = bare.run("diff", "main.." + branch);
            for (String hunk : diff.split("(?m)^diff --git .*$", -1)) {
                assertThat(dry.stdout())
                        .contains(
                                hunk.substring(Math.max(0, hunk.indexOf("@@"))).strip());
            }
        }
        assertThat(bare.tryRun("fsck", "--strict", "--no-progress").output()).isEmpty();
    }

    @Test
    void aSecondRunPushesNothing() {
        drydock("pr --label docker --draft");
        long pushed = pushes();
        List<String> written = List.copyOf(forge.writes);
        assertThat(pushed).isPositive();
        CommandCase.Result second = drydock("pr --label docker --draft");
        assertThat(second.exit()).isZero();
        assertThat(second.stdout()).contains("nothing has changed since");
        assertThat(pushes()).isEqualTo(pushed);
        assertThat(forge.writes).isEqualTo(written);
        assertThat(forge.requests.get(0)).containsEntry("draft", true);
    }

    @Test
    void thePartialRunClosesNothing() {
        drydock("pr");
        drydock("pr --select add-to-copy");
        assertThat(forge.requests).allMatch(request -> request.get("state").equals("open"));
    }

    @Test
    void theRemoteIsJudgedAndThatIsSaid() {
        git.write("Dockerfile", "FROM scratch\n").commitAll("not pushed");
        CommandCase.Result result = drydock("pr --dry-run");
        assertThat(result.stdout()).contains("create drydock/fixes");
        assertThat(result.stderr())
                .isEqualTo("drydock: analysed main of the remote, not the commit checked out here\n");
    }

    @Test
    void theTokenIsNowhere() throws IOException {
        CommandCase.Result good = drydock("pr -vv");
        CommandCase.Result refused = drydock("GITHUB_TOKEN=" + TOKEN + "x", "pr -vv");
        assertThat(refused.exit()).isEqualTo(ExitCodes.ERROR);
        git.run("remote", "set-url", "origin", "http://user:" + TOKEN + "@127.0.0.1:1/o/r.git");
        CommandCase.Result unreachable = drydock("pr -vv");
        assertThat(unreachable.exit()).isEqualTo(ExitCodes.ERROR);
        for (CommandCase.Result result : List.of(good, refused, unreachable)) {
            assertThat(result.stdout() + result.stderr()).doesNotContain(TOKEN);
        }
        try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN);
            }
        }
        assertThat(remote.requests).noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void aTokenOnTheCommandLineIsRefusedWithoutAnEcho() {
        CommandCase.Result result = CommandCase.in(git.folder()).run("drydock pr --token=" + TOKEN);
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr())
                .contains("tokens are read from the environment only")
                .doesNotContain(TOKEN);
    }

    @Test
    void withoutARemoteThereIsOneClearLine() {
        git.run("remote", "remove", "origin");
        assertThat(drydock("pr").stderr())
                .isEqualTo("drydock: error: the repository has no remote origin: name one with --repo, or use drydock"
                        + " branch\n");
    }

    @Test
    void aRemoteOnThisMachineIsNoForge() {
        git.run("remote", "set-url", "origin", "../srv/o/r.git");
        CommandCase.Result result = CommandCase.in(git.folder()).run("drydock pr --platform gitea");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.stderr()).startsWith("drydock: error: ../srv/o/r.git is a directory of this machine");
    }

    @Test
    void thirtyRepositoriesInShardsGiveWhatOneRunGives() throws IOException {
        StringBuilder list = new StringBuilder("# all of them\n");
        for (int i = 0; i < 30; i++) {
            GitCommand one = GitCommand.initBare(temp.resolve("srv/o/n" + i + ".git"));
            if (i % 5 != 4) {
                String content = i % 5 == 3 ? "FROM scratch\n" : "FROM alpine:3.19\nRUN apk add curl\n";
                GitCommand person = GitCommand.init(temp.resolve("person" + i));
                person.write("Dockerfile", content);
                if (i % 5 == 2) {
                    person.write(".drydock.yaml", "oops\n");
                }
                person.commitAll("first");
                person.run("push", "-q", one.folder().toString(), "main");
            }
            list.append(remote.url()).append("/o/n").append(i).append(".git\n");
        }
        Files.writeString(git.folder().resolve("list"), list);
        CommandCase.Result dry = drydock("bot --repos list --dry-run --format json");
        assertThat(dry.stdout().split("\"create\"", -1)).hasSize(13);
        for (int i = 1; i <= 3; i++) {
            drydock("bot --repos list --shard " + i + "/3 --state state" + i
                    + ".jsonl --format markdown --output out.md");
        }
        assertThat(forge.requests).hasSize(12);
        CommandCase.Result again = drydock("bot --repos list");
        assertThat(forge.requests).hasSize(12);
        assertThat(again.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(again.stdout())
                .contains(
                        "30 repositories: 18 done (0 by an earlier run), 0 deferred, 6 skipped, 6 failed; 0 requests opened")
                .contains("/o/n2: .drydock.yaml:1:1: the configuration is a mapping of keys and values");
        assertThat(Files.readString(git.folder().resolve("out.md")))
                .contains("create `drydock/fixes`")
                .doesNotContain(TOKEN);
    }
}

package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.forge.Platform;
import dev.drydock.git.GitCommand;
import dev.drydock.git.GitHttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a request from run to run, on each platform, by the command line against a real Git server. */
class PullRequestLifeTest {
    private static final String TOKEN = "secret-token-271828182";
    private static final String DOCKERFILE = "FROM alpine:3.19\nRUN apk update && apk add curl\n";
    private static final String BRANCH = "drydock/fixes";

    @TempDir
    Path temp;

    private Platform platform;
    private GitHttpServer remote;
    private StubForge forge;
    private GitCommand bare;
    private GitCommand git;

    private void start(Platform chosen) throws IOException {
        platform = chosen;
        boolean dataCenter = platform == Platform.BITBUCKET_DATA_CENTER;
        String user = switch (platform) {
            case GITHUB -> "x-access-token";
            case GITLAB -> "oauth2";
            case GITEA -> "drydock";
            case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> "x-token-auth";
        };
        remote = new GitHttpServer(temp.resolve("srv"), user, TOKEN);
        forge = new StubForge(platform, TOKEN);
        String path = (dataCenter ? "scm/" : "") + "o/r.git";
        bare = GitCommand.initBare(temp.resolve("srv").resolve(path));
        git = GitCommand.init(temp.resolve("repo"));
        commit("Dockerfile", DOCKERFILE);
        git.run("remote", "add", "origin", remote.url() + "/" + path);
    }

    @AfterEach
    void close() {
        remote.close();
        forge.close();
    }

    private void commit(String file, String content) {
        git.write(file, content).commitAll(file + " is another");
        git.run("push", "-q", bare.folder().toString(), "main");
    }

    private CommandCase.Result drydock(String options) {
        CommandCase.Result result = CommandCase.in(git.folder())
                .run("HOME=" + temp.resolve("home") + " XDG_CACHE_HOME=" + temp.resolve("cache") + " DRYDOCK_TOKEN="
                        + TOKEN + " drydock pr --platform " + platform.id() + " --base-url " + forge.url() + options);
        assertThat(result.exit()).as(result.stderr()).isZero();
        return result;
    }

    private long pushes() {
        return remote.requests.stream()
                .filter(line -> line.startsWith("POST") && line.contains("git-receive-pack"))
                .count();
    }

    private String head() {
        return bare.run("rev-parse", BRANCH);
    }

    private StubForge.Pull only() {
        assertThat(forge.pulls).hasSize(1);
        return forge.pulls.get(0);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void theFirstRunOpensAndTheSecondDoesNothing(Platform chosen) throws IOException {
        start(chosen);
        CommandCase.Result first = drydock(" --label docker --reviewer alice --draft");
        assertThat(first.stdout()).contains("done drydock/fixes: opened https://forge.example/o/r/1");
        StubForge.Pull pull = only();
        assertThat(pull.base).isEqualTo("main");
        assertThat(pull.draft).isTrue();
        assertThat(pull.reviewers).hasSize(1);
        boolean bitbucket = chosen == Platform.BITBUCKET_CLOUD || chosen == Platform.BITBUCKET_DATA_CENTER;
        assertThat(pull.labels).hasSize(bitbucket ? 0 : 1);
        assertThat(first.stdout().contains("has no labels on requests: left out"))
                .isEqualTo(bitbucket);
        assertThat(pull.body)
                .contains("| `Dockerfile` | 2 |", "`apk-no-cache`", "How to verify", "drydock ignore=")
                .doesNotContain("@");
        assertThat(pull.body.contains("<details>")).isEqualTo(!bitbucket);
        assertThat(pull.body.contains("<!--")).isEqualTo(!bitbucket);
        assertThat(bare.run("diff", "main.." + BRANCH)).contains("+RUN apk add --no-cache curl");
        long pushed = pushes();
        List<String> written = List.copyOf(forge.writes);
        CommandCase.Result second = drydock(" --label docker --reviewer alice --draft");
        assertThat(second.stdout()).contains("skipped drydock/fixes: nothing has changed since");
        assertThat(pushes()).isEqualTo(pushed);
        assertThat(forge.writes).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aMovedBaseHasTheBranchRebuiltOnIt(Platform chosen) throws IOException {
        start(chosen);
        drydock("");
        String before = head();
        commit("README", "more\n");
        assertThat(drydock(" --rebase-when behind").stdout())
                .contains("done drydock/fixes: updated: the base or the changes have moved");
        assertThat(head()).isNotEqualTo(before);
        assertThat(bare.run("rev-parse", BRANCH + "^")).isEqualTo(bare.run("rev-parse", "main"));
        assertThat(only().open).isTrue();
        commit("api/Dockerfile", DOCKERFILE);
        drydock("");
        assertThat(only().body).contains("api/Dockerfile");
        assertThat(bare.tryRun("fsck", "--strict", "--no-progress", "--no-dangling")
                        .output())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aCommitOfSomebodyElseIsLeftAlone(Platform chosen) throws IOException {
        start(chosen);
        drydock("");
        GitCommand person = GitCommand.in(temp.resolve("person"));
        git.run(
                "clone",
                "-q",
                "-b",
                BRANCH,
                bare.folder().toString(),
                person.folder().toString());
        person.write("NOTES", "mine\n").commitAll("My own words");
        person.run("push", "-q", "origin", BRANCH);
        String theirs = head();
        commit("README", "more\n");
        long pushed = pushes();
        List<String> written = List.copyOf(forge.writes);
        assertThat(drydock("").stdout())
                .contains("skipped drydock/fixes: somebody else has committed to the branch (")
                .contains("\"My own words\" by A Person)");
        assertThat(head()).isEqualTo(theirs);
        assertThat(pushes()).isEqualTo(pushed);
        assertThat(forge.writes).isEqualTo(written);
        assertThat(drydock(" --force-update").stdout()).contains("done drydock/fixes: updated");
        assertThat(bare.run("rev-parse", BRANCH + "^")).isEqualTo(bare.run("rev-parse", "main"));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void whatWasClosedStaysClosedUntilThereIsSomethingNew(Platform chosen) throws IOException {
        start(chosen);
        drydock("");
        only().open = false;
        commit("README", "more\n");
        long pushed = pushes();
        List<String> written = List.copyOf(forge.writes);
        assertThat(drydock("").stdout())
                .contains("skipped drydock/fixes: a request with the same changes was closed before");
        assertThat(pushes()).isEqualTo(pushed);
        assertThat(forge.writes).isEqualTo(written);
        commit("api/Dockerfile", DOCKERFILE);
        assertThat(drydock("").stdout()).contains("done drydock/fixes: opened https://forge.example/o/r/2");
        assertThat(forge.pulls.get(0).open).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void whatIsFixedOnTheBaseIsClosedAndItsBranchDeleted(Platform chosen) throws IOException {
        start(chosen);
        drydock("");
        commit("Dockerfile", "FROM alpine:3.19\nRUN apk add --no-cache curl\n");
        assertThat(drydock("").stdout()).contains("done drydock/fixes: closed, branch deleted");
        assertThat(only().open).isFalse();
        assertThat(bare.run("branch", "--list", "drydock/*")).isEmpty();
        assertThat(drydock("").stdout()).isEqualTo("nothing to fix\n");
        commit("Dockerfile", DOCKERFILE);
        assertThat(drydock("").stdout())
                .as("what Drydock itself has closed is no refusal")
                .contains("done drydock/fixes: opened https://forge.example/o/r/2");
    }
}

package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.git.GitCommand;
import dev.drydock.git.WebServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program against Git behind a web server as Debian packages both. */
class WebServerIT {
    private static final String TOKEN = "secret-token-173205080";

    @TempDir
    Path temp;

    private WebServer remote;
    private StubGitHub forge;
    private GitCommand bare;
    private GitCommand git;
    private BuiltProgram drydock;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(WebServer.program().isPresent(), "lighttpd is not on the PATH");
        bare = GitCommand.initBare(temp.resolve("srv/o/r.git"));
        remote = new WebServer(temp.resolve("srv"), temp.resolve("server"), "x-access-token", TOKEN);
        forge = new StubGitHub(TOKEN);
        git = GitCommand.init(temp.resolve("repo"));
        git.write(
                        "Dockerfile",
                        "FROM node:18\nCOPY package.json /app/\nWORKDIR /app\nADD a.js /app/\nCMD [\"node\", \"a.js\"]\n")
                .write("package.json", "{}\n")
                .write("a.js", "1\n");
        git.write("tools/Dockerfile", "FROM alpine:3.19\nRUN apk add curl\n");
        git.commitAll("first");
        git.run("push", "-q", bare.folder().toString(), "main");
        git.run("remote", "add", "origin", remote.url() + "/o/r.git");
        drydock = new BuiltProgram(git.folder(), temp.resolve("home")).with("GITHUB_TOKEN", TOKEN);
    }

    @AfterEach
    void close() {
        if (remote != null) {
            remote.close();
            forge.close();
        }
    }

    private CommandCase.Result pr(String... more) throws Exception {
        String[] all = Stream.concat(
                        Stream.of("pr", "--platform", "github", "--base-url", forge.url()), Stream.of(more))
                .toArray(String[]::new);
        return drydock.run(all);
    }

    @Test
    void requestsAreOpenedOnceAndTheTokenIsNowhere() throws Exception {
        Map<String, String> checkout = CommandCase.snapshot(git.folder());
        CommandCase.Result first = pr("-v");
        assertThat(first.exit()).as(first.stderr()).isZero();
        assertThat(forge.requests).hasSize(2);
        assertThat(bare.run("diff", "main..drydock/fixes")).contains("+RUN apk add --no-cache curl");
        assertThat(bare.run("diff", "main..drydock/review")).contains("+USER 1000:1000");
        assertThat(bare.tryRun("fsck", "--strict", "--no-progress").output()).isEmpty();
        CommandCase.Result second = pr("-v");
        assertThat(second.stdout()).contains("drydock/fixes: nothing has changed since");
        CommandCase.Result refused = drydock.with("GITHUB_TOKEN", TOKEN + "x")
                .run("pr", "-vv", "--platform", "github", "--base-url", forge.url());
        assertThat(refused.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(refused.stderr()).containsOnlyOnce("the token is missing, wrong or expired");
        assertThat(CommandCase.snapshot(git.folder())).isEqualTo(checkout);
        for (CommandCase.Result result : new CommandCase.Result[] {first, second, refused}) {
            assertThat(result.stdout() + result.stderr()).doesNotContain(TOKEN);
        }
        String log = remote.stop();
        assertThat(log.lines().filter(line -> line.contains("POST /o/r.git/git-receive-pack")))
                .hasSize(2);
        assertThat(log).doesNotContain(TOKEN);
        holdsNoToken(temp.resolve("home"));
        holdsNoToken(git.folder());
        holdsNoToken(bare.folder());
    }

    private static void holdsNoToken(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN);
            }
        }
    }
}

package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.forge.ForgeLimits;
import dev.drydock.forge.Markup;
import dev.drydock.forge.Platform;
import dev.drydock.git.GitCommand;
import dev.drydock.git.GitHttpServer;
import dev.drydock.proposal.Grouping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in a request, by the command line against a real Git server: its files, its commits and its words. */
class PullRequestContentTest {
    private static final String TOKEN = "secret-token-173205080";
    private static final String SAFE = "FROM alpine:3.19\nRUN apk update && apk add curl\n";
    private static final String REVIEW = """
            FROM node:18
            WORKDIR /app
            COPY . .
            CMD ["node", "index.js"]
            """;

    @TempDir
    Path temp;

    private Platform platform;
    private GitHttpServer remote;
    private StubForge forge;
    private GitCommand bare;
    private GitCommand git;

    private void start(Platform chosen) throws IOException {
        platform = chosen;
        String user = switch (platform) {
            case GITHUB -> "x-access-token";
            case GITLAB -> "oauth2";
            case GITEA -> "drydock";
            case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> "x-token-auth";
        };
        remote = new GitHttpServer(temp.resolve("srv"), user, TOKEN);
        forge = new StubForge(platform, TOKEN);
        String path = (platform == Platform.BITBUCKET_DATA_CENTER ? "scm/" : "") + "o/r.git";
        bare = GitCommand.initBare(temp.resolve("srv").resolve(path));
        git = GitCommand.init(temp.resolve("repo"));
        git.run("remote", "add", "origin", remote.url() + "/" + path);
    }

    @AfterEach
    void close() {
        remote.close();
        forge.close();
    }

    private void push() {
        git.commitAll("first");
        git.run("push", "-q", bare.folder().toString(), "main");
    }

    private CommandCase.Result drydock(String arguments) {
        return CommandCase.in(git.folder())
                .run("HOME=" + temp.resolve("home") + " XDG_CACHE_HOME=" + temp.resolve("cache") + " DRYDOCK_TOKEN="
                        + TOKEN + " drydock " + arguments + " --platform " + platform.id() + " --base-url "
                        + forge.url());
    }

    /** Two projects, safe repairs and ones that want a review in both, of more than one rule. */
    private void twoProjects() {
        git.write("Dockerfile", REVIEW + "MAINTAINER me\n")
                .write("index.js", "1\n")
                .write("api/Dockerfile", SAFE)
                .write("api/run.sh", "#!/bin/sh\n");
        push();
    }

    private static Set<String> branches(Grouping grouping) {
        return new TreeSet<>(
                switch (grouping) {
                    case ALL -> List.of("drydock/all");
                    case SAFETY -> List.of("drydock/fixes", "drydock/review");
                    case DIRECTORY -> List.of("drydock/api", "drydock/root");
                    case FILE -> List.of("drydock/api-dockerfile", "drydock/dockerfile");
                    case RULE -> List.of();
                });
    }

    @ParameterizedTest
    @EnumSource(Grouping.class)
    void theDryRunNamesTheRequestsOfEachGroupingAndTheRunOpensThem(Grouping grouping) throws IOException {
        start(Platform.GITHUB);
        twoProjects();
        String options = "pr --max-open-prs 30 --group-by " + grouping.label();
        CommandCase.Result dry = drydock(options + " --dry-run");
        assertThat(dry.exit()).as(dry.stderr()).isEqualTo(ExitCodes.FINDINGS);
        Set<String> announced = new TreeSet<>();
        dry.stdout()
                .lines()
                .filter(line -> line.startsWith("create "))
                .forEach(line -> announced.add(line.substring("create ".length(), line.indexOf(':'))));
        assertThat(forge.writes).isEmpty();

        CommandCase.Result run = drydock(options);
        assertThat(run.exit()).as(run.stderr()).isZero();
        Set<String> opened = new TreeSet<>();
        forge.pulls.forEach(pull -> opened.add(pull.head));
        assertThat(opened).isEqualTo(announced);
        if (grouping == Grouping.RULE) {
            assertThat(opened).contains("drydock/apk-no-cache", "drydock/run-as-non-root");
        } else {
            assertThat(opened).isEqualTo(branches(grouping));
        }

        List<String> written = List.copyOf(forge.writes);
        CommandCase.Result again = drydock(options);
        assertThat(again.stdout().lines())
                .hasSameSizeAs(opened)
                .allMatch(line -> line.contains(": nothing has changed since "), "unchanged");
        assertThat(forge.writes).isEqualTo(written);
        assertThat(bare.tryRun("fsck", "--strict", "--no-progress").output()).isEmpty();
    }

    /** Who approved the safe repairs has not seen the others: another grouping brings another request. */
    @Test
    void anotherGroupingPutsNothingIntoARequestThatStands() throws IOException {
        start(Platform.GITHUB);
        twoProjects();
        drydock("pr");
        String safe = bare.run("rev-parse", "drydock/fixes");
        assertThat(drydock("pr --group-by all --dry-run").stdout())
                .contains("what is left to fix is in another request now")
                .doesNotContain("nothing is left to fix");
        CommandCase.Result run = drydock("pr --group-by all");
        assertThat(run.exit()).as(run.stderr()).isZero();
        Set<String> open = new TreeSet<>();
        forge.pulls.stream().filter(pull -> pull.open).forEach(pull -> open.add(pull.head));
        assertThat(open).containsExactly("drydock/all");
        assertThat(bare.tryRun("rev-parse", "drydock/fixes").output()).doesNotContain(safe);
    }

    /** More than GitHub and Bitbucket Data Center take; the others take it all. */
    @ParameterizedTest
    @EnumSource(Platform.class)
    void aTextThatIsTooLongLosesWholeSections(Platform chosen) throws IOException {
        start(chosen);
        for (int i = 0; i < 40; i++) {
            git.write("service-" + i + "/" + "a-long-name/".repeat(70) + "Dockerfile", REVIEW);
        }
        push();
        CommandCase.Result run = drydock("pr --group-by all");
        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(forge.pulls).hasSize(1);
        String body = forge.pulls.get(0).body;
        ForgeLimits limits = ForgeLimits.of(chosen);
        boolean small = limits.body() < 100_000;
        assertThat(body.length()).isLessThanOrEqualTo(limits.body());
        assertThat(body.contains("_Some sections did not fit into the limit of this platform."))
                .isEqualTo(small);
        assertThat(body.contains("| File | Line | Change | Rule | Safety |")).isNotEqualTo(small);
        assertThat(body)
                .contains("Nothing else in them is touched.", "Made by Drydock", "\"group\":\"all\"")
                .contains(limits.markup() == Markup.HTML ? "drydock-rebuild" : "`rebase!`");
        assertThat(body.split("<details>", -1)).hasSameSizeAs(body.split("</details>", -1));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void namesInARepositoryCallNobodyAndDoNothing(Platform chosen) throws IOException {
        start(chosen);
        git.write("@everyone/#1/!2/Dockerfile", SAFE)
                .write("`x` @alice/<img src=x>/Dockerfile", SAFE)
                .write("/close\n/approve/Dockerfile", SAFE);
        push();
        drydock("pr --group-by all");
        assertThat(forge.pulls).hasSize(1);
        String body = forge.pulls.get(0).body;
        assertThat(body).contains("`@everyone/#1/!2/Dockerfile`");
        // A fence of one or two backticks, and what has no fence like it inside: nobody is called by inline code.
        String text = body.replaceAll("(?<!`)(``?)(?!`).*?(?<!`)\\1(?!`)", "");
        assertThat(text).contains("How to verify").doesNotContain("@", "#1", "!2", "<img");
        assertThat(body.lines()).noneMatch(line -> line.startsWith("/"));
        assertThat(forge.pulls.get(0).title.lines()).hasSize(1);
        assertThat(bare.run("log", "-1", "--format=%B", "drydock/all"))
                .contains("everyone/")
                .doesNotContain("@everyone", "#1/", "!2/", "@alice");
    }

    private static final List<String> SECRETS =
            List.of("hunter2-long", "npm_q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8", "Zxc98765Vbn", "fallback-4711");

    @Test
    void secretsOfTheFilesAreInNoOutputAndNoRequest() throws IOException {
        start(Platform.GITHUB);
        git.write("Dockerfile", """
                        FROM node:18
                        ENV DB_PASSWORD=hunter2-long NODE_ENV=production
                        ARG NPM_TOKEN=npm_q1w2e3r4t5y6u7i8o9p0a1s2d3f4g5h6j7k8
                        MAINTAINER me
                        WORKDIR /app
                        ADD package.json /app/
                        RUN apt-get update && apt-get install -y curl && curl -u me:Zxc98765Vbn http://example.com/
                        CMD ["node", "x.js", "--password", "hunter2-long"]
                        """).write("package.json", "{}\n").write("docker-compose.yml", """
                        version: "3"
                        services:
                          db:
                            image: postgres:15
                            environment:
                              POSTGRES_PASSWORD: hunter2-long
                              API_TOKEN: ${API_TOKEN:-fallback-4711}
                        """);
        push();
        StringBuilder printed = new StringBuilder();
        for (String command : List.of(
                "pr --dry-run",
                "pr --dry-run -v --commit-per transform --group-by rule --max-open-prs 30",
                "pr -v --commit-per transform")) {
            for (String safety : List.of(" --safety review", " --safety suggest")) {
                CommandCase.Result result = drydock(command + safety);
                assertThat(result.exit()).as(result.stderr()).isNotEqualTo(ExitCodes.ERROR);
                printed.append(result.stdout()).append(result.stderr());
            }
        }
        git.write("list", remote.url() + "/o/r.git\n");
        CommandCase.Result bot = drydock("bot --repos list -v --safety suggest --recreate");
        printed.append(bot.stdout()).append(bot.stderr());
        CommandCase local = CommandCase.in(git.folder());
        for (String command : List.of("branch -v", "branch --dry-run", "pr --no-push -v --branch-prefix x/")) {
            CommandCase.Result result = local.run("HOME=" + temp.resolve("home") + " drydock " + command
                    + " --safety suggest --author A<a@example.org>");
            printed.append(result.stdout()).append(result.stderr());
        }
        assertThat(forge.pulls).isNotEmpty();
        forge.pulls.forEach(pull -> printed.append(pull.title).append(pull.body));
        printed.append(bare.run("log", "--all", "--format=%B"));
        printed.append(git.run("log", "--all", "--format=%B"));

        assertThat(printed).contains("********", "DB_PASSWORD");
        for (String secret : SECRETS) {
            assertThat(printed).doesNotContain(secret);
        }
        assertThat(bare.run("show", "drydock/fixes:Dockerfile"))
                .as("what is committed is the file itself")
                .contains("--password", "hunter2-long");
    }
}

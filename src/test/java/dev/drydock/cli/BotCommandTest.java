package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.forge.Platform;
import dev.drydock.git.GitCommand;
import dev.drydock.git.GitHttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.jr.ob.JSON;

/** The command line of the bot: which repositories it takes, what it says, and what it leaves behind. */
class BotCommandTest {
    private static final String TOKEN = "secret-token-223606797";
    private static final String DOCKERFILE = "FROM alpine:3.19\nRUN apk update && apk add curl\n";

    @TempDir
    Path temp;

    private Path folder;
    private GitHttpServer remote;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("work"));
    }

    @AfterEach
    void close() {
        remote.close();
    }

    private CommandCase bot() {
        return CommandCase.in(folder);
    }

    private CommandCase.Result run(CommandCase command, String arguments) {
        return command.run("HOME=" + temp.resolve("home") + " XDG_CACHE_HOME=" + temp.resolve("cache")
                + " DRYDOCK_TOKEN=" + TOKEN + " drydock " + arguments);
    }

    /** Returns a bare repository that holds what {@code content} writes. */
    private GitCommand served(String path, Map<String, String> content) {
        GitCommand bare = GitCommand.initBare(temp.resolve("srv").resolve(path));
        GitCommand person = GitCommand.init(temp.resolve("person").resolve(path));
        content.forEach(person::write);
        person.commitAll("first");
        person.run("push", "-q", bare.folder().toString(), "main");
        return bare;
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void ofAnOwnerOnlyWhatTheFiltersTake(Platform platform) throws IOException {
        String user = switch (platform) {
            case GITHUB -> "x-access-token";
            case GITLAB -> "oauth2";
            case GITEA -> "drydock";
            case BITBUCKET_CLOUD, BITBUCKET_DATA_CENTER -> "x-token-auth";
        };
        boolean bitbucket = platform == Platform.BITBUCKET_CLOUD || platform == Platform.BITBUCKET_DATA_CENTER;
        String below = (platform == Platform.BITBUCKET_DATA_CENTER ? "/scm" : "") + "/o/";
        remote = new GitHttpServer(temp.resolve("srv"), user, TOKEN);
        GitCommand bare = served(below.substring(1) + "r.git", Map.of("Dockerfile", DOCKERFILE));
        try (StubForge forge = new StubForge(platform, TOKEN)) {
            String at = remote.url() + below;
            forge.own("r", at + "r.git", false, false, List.of("docker"));
            forge.own("r-fork", at + "r-fork.git", true, false, List.of("docker"));
            forge.own("r-old", at + "r-old.git", false, platform != Platform.BITBUCKET_CLOUD, List.of("docker"));
            forge.own("legacy-r", at + "legacy-r.git", false, false, List.of("docker"));
            forge.own("site", at + "site.git", false, false, List.of("docker"));
            if (!bitbucket) {
                forge.own("r-other", at + "r-other.git", false, false, List.of("website"));
            }
            String owner = "bot --org o --platform " + platform.id() + " --base-url " + forge.url();
            String filters = owner + " --repo-include r$|r-o --repo-exclude legacy"
                    + (platform == Platform.BITBUCKET_CLOUD ? " --repo-exclude old" : "")
                    + (bitbucket ? "" : " --topic docker");
            CommandCase.Result first = run(bot(), filters);
            assertThat(first.exit()).as(first.stdout() + first.stderr()).isZero();
            assertThat(first.stderr()).as("no terminal, no progress").isEmpty();
            assertThat(first.stdout())
                    .contains("done  ", below + "r\n", "create drydock/fixes https://forge.example/o/r/1 (opened)")
                    .endsWith(
                            "1 repositories: 1 done (0 by an earlier run), 0 deferred, 0 skipped, 0 failed; 1 requests opened\n");
            assertThat(forge.pulls).hasSize(1);
            assertThat(bare.run("diff", "main..drydock/fixes")).contains("+RUN apk add --no-cache curl");

            CommandCase.Result watched = run(bot().watched(), filters + " --format json");
            assertThat(watched.stderr()).startsWith("\r1/1 ").endsWith(" \r");
            assertThat(JSON.std.mapFrom(watched.stdout()).get("totals"))
                    .isEqualTo(Map.of(
                            "repositories",
                            1,
                            "done",
                            1,
                            "failed",
                            0,
                            "deferred",
                            0,
                            "skipped",
                            0,
                            "resumed",
                            0,
                            "opened",
                            0));
            CommandCase.Result quiet = run(bot().watched(), filters + " --quiet --format markdown");
            assertThat(quiet.stderr()).isEmpty();
            assertThat(quiet.stdout()).contains("| done | unchanged `drydock/fixes` ");

            CommandCase.Result all = run(bot(), owner + " --include-forks --include-archived --dry-run");
            assertThat(all.stdout())
                    .contains("legacy-r: ", "r-fork: ", "r-old: ")
                    .contains((bitbucket ? 5 : 6) + " repositories: 1 done ");
            CommandCase.Result topic = run(bot(), owner + " --topic docker,other --dry-run");
            if (bitbucket) {
                assertThat(topic.exit()).isEqualTo(ExitCodes.ERROR);
                assertThat(topic.stderr()).contains("has no topics: choose with --repo-include");
            } else {
                assertThat(topic.stdout()).doesNotContain("r-other", "r-fork", "r-old");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "COLUMNS=12, '', '\r1/1 127.0.0\r           \r'",
        "'', --quiet, ''",
        "NO_COLOR=1, '', ''",
        "CI=true, '', ''",
        "TERM=dumb, '', ''"
    })
    void howFarItIsIsShownToThoseWhoWantToSeeIt(String variable, String option, String seen) throws IOException {
        remote = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN);
        served("o/r.git", Map.of("Dockerfile", DOCKERFILE));
        try (StubGitHub forge = new StubGitHub(TOKEN)) {
            CommandCase command = bot().watched().input((remote.url() + "/o/r.git\n").getBytes(StandardCharsets.UTF_8));
            CommandCase.Result result = command.run((variable + " HOME=" + temp.resolve("home")).strip()
                    + " XDG_CACHE_HOME=" + temp.resolve("cache") + " DRYDOCK_TOKEN=" + TOKEN
                    + " drydock bot --repos - --platform github --base-url " + forge.url() + " " + option);
            assertThat(result.stdout()).contains("1 repositories: 1 done ");
            assertThat(result.stderr()).isEqualTo(seen);
        }
    }

    /** A tree that Git itself would not make: folders that lead out of the work tree, or into its {@code .git}. */
    @Test
    void aRepositoryWithGitFoldersInItsPathsDoesNoHarm() throws IOException, InterruptedException {
        remote = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN);
        GitCommand bare = served("o/evil.git", Map.of("Dockerfile", DOCKERFILE));
        served("o/good.git", Map.of("Dockerfile", DOCKERFILE));
        String script = """
                set -eu
                hook=$(printf '#!/bin/sh\\ntouch %s\\n' "$1" | git hash-object -w --stdin)
                docker=$(git rev-parse main:Dockerfile)
                hooks=$(printf '100755 blob %s\\tpost-checkout\\n100644 blob %s\\tDockerfile\\n' $hook $docker | git mktree)
                folder=$(printf '040000 tree %s\\thooks\\n100644 blob %s\\tDockerfile\\n' $hooks $docker | git mktree)
                tree=$(printf '040000 tree %s\\t.git\\n040000 tree %s\\t.GIT \\n040000 tree %s\\t..\\n100644 blob %s\\tDockerfile\\n' \\
                    $folder $folder $folder $docker | git mktree)
                git update-ref refs/heads/main $(git commit-tree -m evil $tree)
                """;
        Path ran = temp.resolve("ran");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script, "sh", ran.toString())
                .directory(bare.folder().toFile())
                .inheritIO();
        builder.environment().putAll(Map.of("GIT_AUTHOR_NAME", "A", "GIT_AUTHOR_EMAIL", "a@example.org"));
        builder.environment().putAll(Map.of("GIT_COMMITTER_NAME", "A", "GIT_COMMITTER_EMAIL", "a@example.org"));
        assertThat(builder.start().waitFor()).isZero();
        assertThat(bare.run("ls-tree", "-r", "--name-only", "main"))
                .contains(".git/hooks/post-checkout", "../Dockerfile");

        try (StubGitHub forge = new StubGitHub(TOKEN)) {
            Files.writeString(folder.resolve("list"), "o/evil\no/good\n".replace("o/", remote.url() + "/o/"));
            Map<String, String> before = CommandCase.snapshot(folder);
            CommandCase.Result result = run(bot(), "bot --repos list -v --platform github --base-url " + forge.url());
            assertThat(result.stdout()).contains("2 repositories: ", "done  ", "/o/good");
            assertThat(ran).doesNotExist();
            assertThat(CommandCase.snapshot(folder)).isEqualTo(before);
            assertThat(temp.resolve("Dockerfile")).doesNotExist();
            try (Stream<Path> files = Files.walk(temp.resolve("cache"))) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .doesNotContain("post-checkout", "Dockerfile", ".git");
            }
            if (bare.tryRun("rev-parse", "drydock/fixes").status() == 0) {
                assertThat(bare.run("diff", "--name-only", "main..drydock/fixes"))
                        .isEqualTo("Dockerfile");
            } else {
                assertThat(result.stdout()).contains("failed  ").contains("/o/evil: ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1G"})
    void theCacheHoldsNoMoreThanItMay(String size) throws IOException {
        remote = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN);
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            served("o/n" + i + ".git", Map.of("Dockerfile", DOCKERFILE));
            list.append(remote.url()).append("/o/n").append(i).append(".git\n");
        }
        try (StubGitHub forge = new StubGitHub(TOKEN)) {
            String command =
                    "bot --repos - --cache kept --cache-size " + size + " --platform github --base-url " + forge.url();
            for (int i = 0; i < 2; i++) {
                CommandCase.Result result = run(bot().input(list.toString().getBytes(StandardCharsets.UTF_8)), command);
                assertThat(result.exit()).as(result.stderr()).isZero();
            }
            assertThat(forge.requests).hasSize(3);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            assertThat(files.filter(path -> path.getFileName().toString().equals("HEAD")))
                    .hasSize(size.equals("0") ? 0 : 3);
        }
    }

    private static Object at(Object value, Object... path) {
        Object current = value;
        for (Object key : path) {
            current = current instanceof Map<?, ?> map ? map.get(key) : ((List<?>) current).get((Integer) key);
        }
        return current;
    }

    /** Returns the arguments that a shell gives to Drydock where a line of an example starts it or its image. */
    private List<String> arguments(String line, Map<String, String> environment)
            throws IOException, InterruptedException {
        int command = line.indexOf("bot --org");
        String printing = "printf '%s\\n' " + line.substring(command);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", printing);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return words;
    }

    private List<List<String>> parts(String example) throws IOException, InterruptedException {
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("examples/bot", example)));
        List<List<String>> parts = new ArrayList<>();
        if (example.startsWith("github")) {
            String line = (String) at(yaml, "jobs", "repair", "steps", 0, "run");
            for (Object shard : (List<?>) at(yaml, "jobs", "repair", "strategy", "matrix", "shard")) {
                String given = line.replace("${{ matrix.shard }}", (String) shard)
                        .replace(" /tmp/clones", " cache")
                        .replace(" >> \"$GITHUB_STEP_SUMMARY\"", " --output summary.md");
                parts.add(arguments(given, Map.of()));
            }
            return parts;
        }
        Object job = at(yaml, "spec", "jobTemplate", "spec");
        String line = (String) at(job, "template", "spec", "containers", 0, "args", 0);
        for (int pod = 0; pod < (Integer) at(job, "completions"); pod++) {
            parts.add(arguments(
                    line.replace(" /cache", " cache"), Map.of("JOB_COMPLETION_INDEX", Integer.toString(pod))));
        }
        return parts;
    }

    /** Single images and compose projects of an organisation: the parts of an example together leave none out. */
    @ParameterizedTest
    @ValueSource(strings = {"github-matrix.yml", "kubernetes-cronjob.yml"})
    void theExamplesRepairAnOrganisation(String example) throws IOException, InterruptedException {
        remote = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN);
        Map<String, String> compose = new TreeMap<>(Map.of(
                "docker-compose.yml",
                "version: \"3.8\"\nservices:\n  api:\n    build: ./api\n  cache:\n    image: redis:7\n",
                "api/Dockerfile",
                DOCKERFILE));
        Set<String> names = new TreeSet<>();
        try (StubGitHub forge = new StubGitHub(TOKEN)) {
            for (int i = 0; i < 8; i++) {
                String name = "n" + i;
                served("my-org/" + name + ".git", i % 2 == 0 ? compose : Map.of("Dockerfile", DOCKERFILE));
                forge.listed.add(Map.of(
                        "name",
                        name,
                        "owner",
                        Map.of("login", "my-org"),
                        "clone_url",
                        remote.url() + "/my-org/" + name + ".git",
                        "default_branch",
                        "main"));
                names.add(name);
            }
            for (List<String> part : parts(example)) {
                CommandCase.Result result =
                        run(bot(), String.join(" ", part) + " --platform github --base-url " + forge.url());
                assertThat(result.exit()).as(result.stderr()).isZero();
            }
            Set<String> safe = new TreeSet<>();
            Set<String> review = new TreeSet<>();
            forge.requests.forEach(
                    request -> (((Map<?, ?>) request.get("head")).get("ref").equals("drydock/fixes") ? safe : review)
                            .add((String) request.get("repository")));
            assertThat(safe).isEqualTo(names);
            assertThat(review).contains("n0", "n2", "n4", "n6");
        }
        GitCommand one = GitCommand.in(temp.resolve("srv/my-org/n0.git"));
        assertThat(one.run("diff", "--name-only", "main..drydock/fixes")).contains("api/Dockerfile");
        assertThat(one.run("diff", "--name-only", "main..drydock/review")).contains("docker-compose.yml");
        if (example.startsWith("github")) {
            assertThat(Files.readString(folder.resolve("summary.md"))).contains("/my-org/n0`", "/my-org/n7`");
        }
    }
}

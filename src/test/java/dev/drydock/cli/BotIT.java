package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.jr.ob.JSON;

/**
 * The built program over two hundred repositories behind {@code git http-backend}: good ones, ones with nothing to do, and
 * broken and hostile ones among them.
 */
class BotIT {
    private static final String TOKEN = "secret-token-141421356";
    private static final int REPOSITORIES = 200;
    private static final String DOCKERFILE = "FROM alpine:3.19\nRUN apk add curl\n";

    @TempDir
    Path temp;

    private GitHttpServer remote;
    private StubGitHub forge;
    private BuiltProgram drydock;
    /** What each repository is to end as: 1 a request, 0 nothing to do, -1 reported as failed, -2 skipped because it is empty. */
    private final Map<String, Integer> expected = new TreeMap<>();

    @BeforeEach
    void start() throws IOException {
        remote = new GitHttpServer(temp.resolve("srv"), "x-access-token", TOKEN);
        forge = new StubGitHub(TOKEN);
        Path folder = Files.createDirectories(temp.resolve("work"));
        drydock = new BuiltProgram(folder, temp.resolve("home")).with("GITHUB_TOKEN", TOKEN);
        repositories(folder.resolve("list"));
    }

    @AfterEach
    void close() {
        remote.close();
        forge.close();
    }

    private void repositories(Path list) throws IOException {
        List<Path> templates = List.of(
                template("plain", git -> git.write("Dockerfile", DOCKERFILE)),
                template("clean", git -> git.write("Dockerfile", "FROM alpine:3.19\nRUN apk add --no-cache curl\n")),
                template(
                        "compose",
                        git -> git.write(
                                        "compose.yaml",
                                        "services:\n  api:\n    build: ./api\n  web:\n    image: nginx:1.25\n")
                                .write("api/Dockerfile", DOCKERFILE.replace("\n", "\r\n"))),
                template(
                        "misconfigured",
                        git -> git.write("Dockerfile", DOCKERFILE).write(".drydock.yaml", "safty: safe\n")),
                template("hostile", BotIT::hostile));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REPOSITORIES; i++) {
            Path target = temp.resolve("srv/o/r" + i + ".git");
            String url = remote.url() + "/o/r" + i + ".git";
            lines.append(url).append('\n');
            int kind = i % 10;
            int template = kind < 5 ? 0 : kind == 5 ? 1 : kind == 6 ? 2 : kind == 7 ? 3 : 4;
            if (kind == 8 && i % 20 == 8) {
                GitCommand.initBare(target);
            } else if (kind == 8) {
                copy(templates.get(0), target);
                damage(target);
            } else if (i % 40 != 7) {
                copy(templates.get(template), target);
            }
            expected.put("127.0.0.1/o/r" + i, outcome(i));
        }
        Files.writeString(list, lines);
    }

    private static int outcome(int repository) {
        return switch (repository % 10) {
            case 5 -> 0;
            case 7 -> -1;
            case 8 -> repository % 20 == 8 ? -2 : -1;
            default -> 1;
        };
    }

    private interface Content {
        void write(GitCommand git) throws IOException;
    }

    private Path template(String name, Content content) throws IOException {
        GitCommand git = GitCommand.init(temp.resolve("work-" + name));
        content.write(git);
        git.commitAll("first");
        GitCommand bare = GitCommand.initBare(temp.resolve(name + ".git"));
        git.run("push", "-q", bare.folder().toString(), "main");
        return bare.folder();
    }

    /** Everything here is legal in Git; one Dockerfile is what it seems to be. */
    private static void hostile(GitCommand git) throws IOException {
        Path folder = git.folder();
        git.write("ok/Dockerfile", DOCKERFILE)
                .write(
                        "lfs/Dockerfile",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12\n")
                .write("-rf/Dockerfile", "FROM alpine:3.19\nRUN apk add \"$(touch ran)\" `touch ran`\n")
                .write("new\nline/Dockerfile", DOCKERFILE)
                .write(".gitattributes", "* filter=x\n")
                .write("hooks/post-checkout", "#!/bin/sh\ntouch ran\n");
        Files.writeString(folder.resolve("huge.Dockerfile"), DOCKERFILE + "#".repeat(11 << 20));
        Files.write(folder.resolve("latin.Dockerfile"), "FROM a\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.createSymbolicLink(folder.resolve("Dockerfile"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(folder.resolve("out"), Path.of("../../.."));
        Files.createSymbolicLink(folder.resolve("ok/.dockerignore"), Path.of("/etc/hostname"));
        git.run("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",module");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(path -> !path.toString().contains("/hooks")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void damage(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository.resolve("objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
                Files.writeString(file, "not an object");
            }
        }
    }

    private String[] bot(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "bot", "--repos", "list", "--platform", "github", "--base-url", forge.url(), "--group-by", "all"));
        arguments.addAll(List.of("--format", "json"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Returns what a report says of each repository: how it ended, and what was done with which branch. */
    private static Map<String, String> told(String report) throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (Object entry : (List<?>) JSON.std.mapFrom(report).get("repositories")) {
            Map<?, ?> repository = (Map<?, ?>) entry;
            StringBuilder text = new StringBuilder((String) repository.get("status"));
            for (Object request : (List<?>) repository.get("requests")) {
                text.append(' ')
                        .append(((Map<?, ?>) request).get("action"))
                        .append(' ')
                        .append(((Map<?, ?>) request).get("branch"));
            }
            told.put((String) repository.get("repository"), text.toString());
        }
        return told;
    }

    private long pushes() {
        return remote.requests.stream()
                .filter(line -> line.startsWith("POST") && line.contains("git-receive-pack"))
                .count();
    }

    @Test
    void allAreDoneOrReportedOnceHoweverTheRunIsDivided() throws Exception {
        CommandCase.Result dry = drydock.run(bot("--dry-run"));
        assertThat(dry.exit()).as(dry.stderr()).isEqualTo(ExitCodes.ERROR);
        Map<String, String> whole = told(dry.stdout());
        assertThat(whole).hasSize(REPOSITORIES);
        whole.forEach((repository, text) -> {
            int wanted = expected.get(
                    repository.substring(repository.indexOf("127.0.0.1")).replaceFirst(":[0-9]+", ""));
            assertThat(text)
                    .as(repository)
                    .isEqualTo(
                            switch (wanted) {
                                case -2 -> "skipped";
                                case -1 -> "failed";
                                case 0 -> "done";
                                default -> "done create drydock/all";
                            });
        });
        assertThat(pushes()).isZero();
        assertThat(forge.writes).isEmpty();

        Map<String, String> parts = new TreeMap<>();
        for (int i = 1; i <= 2; i++) {
            parts.putAll(told(drydock.run(bot("--shard", i + "/3")).stdout()));
        }
        Map<String, String> resumed = told(killedAndStartedAgain("--shard", "3/3", "--state", "state.jsonl"));
        // A request that was opened just before the end is found by the second run.
        assertThat(resumed.values())
                .filteredOn(text -> text.contains("unchanged"))
                .hasSizeLessThanOrEqualTo(4);
        resumed.replaceAll((repository, text) -> text.replace("unchanged", "create"));
        parts.putAll(resumed);
        assertThat(parts).isEqualTo(whole);
        long created =
                whole.values().stream().filter(text -> text.contains("create")).count();
        assertThat(created).isEqualTo(140);
        Set<String> branches = new TreeSet<>();
        forge.requests.forEach(request -> branches.add(request.get("repository") + " " + request.get("head")));
        assertThat(branches).hasSize(140);
        assertThat(forge.requests).hasSize(140);

        long pushed = pushes();
        List<String> written = List.copyOf(forge.writes);
        CommandCase.Result again = drydock.run(bot());
        assertThat(JSON.std.mapFrom(again.stdout()).get("totals"))
                .isEqualTo(Map.of(
                        "repositories",
                        200,
                        "done",
                        160,
                        "skipped",
                        10,
                        "failed",
                        30,
                        "deferred",
                        0,
                        "resumed",
                        0,
                        "opened",
                        0));
        assertThat(pushes()).isEqualTo(pushed);
        assertThat(forge.writes).isEqualTo(written);
        nothingElseChanged();
    }

    /** Ends the first run while it works, and returns the report of the second. */
    private String killedAndStartedAgain(String... more) throws Exception {
        Path state = temp.resolve("work/state.jsonl");
        BuiltProgram.Running first = drydock.start(bot(more));
        while (first.process().isAlive()
                && (!Files.exists(state) || Files.readString(state).lines().count() < 15)) {
            Thread.sleep(5);
        }
        first.process().destroyForcibly().waitFor();
        assertThat(Files.readString(first.stdout()))
                .as("killed before its report")
                .isEmpty();
        CommandCase.Result second = drydock.run(bot(more));
        Map<?, ?> totals = (Map<?, ?>) JSON.std.mapFrom(second.stdout()).get("totals");
        assertThat((Integer) totals.get("resumed"))
                .as("those that failed are tried again")
                .isBetween(5, 65);
        return second.stdout();
    }

    private void nothingElseChanged() throws IOException {
        GitCommand hostile = GitCommand.in(temp.resolve("srv/o/r9.git"));
        assertThat(hostile.run("diff", "--name-status", "main..drydock/all"))
                .isEqualTo("M\t-rf/Dockerfile\nM\tok/Dockerfile");
        assertThat(hostile.tryRun("fsck", "--strict", "--no-progress").status()).isZero();
        assertThat(temp.resolve("work/ran")).doesNotExist();
        try (Stream<Path> files = Files.walk(temp.resolve("home"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN);
            }
        }
    }
}

package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.git.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch is made from a commit, and everything else in the checkout stays as it is. */
class BranchCommandTest {
    private static final String NODE = """
            FROM node:18
            # copy the sources
            COPY . /app
            WORKDIR /app
            RUN apt-get update && apt-get install -y curl
            ADD config.json /app/
            EXPOSE 22 3000
            CMD ["node", "app.js"]
            """;

    @TempDir
    Path temp;

    private GitCommand git;

    @BeforeEach
    void aRepository() {
        git = GitCommand.init(temp.resolve("repo"));
        git.run("config", "user.name", "A Person");
        git.run("config", "user.email", "person@example.org");
        git.write("Dockerfile", NODE)
                .write("app.js", "1\n")
                .write("config.json", "{}\n")
                .write("crlf/Dockerfile", "FROM alpine:3.19\r\nRUN apk update && apk add curl\r\n")
                .write("no newline/Dockerfile", "FROM alpine:3.19\nRUN apk add curl")
                .write("configured/.drydock.yaml", "ignore: [apk-no-cache]\n")
                .write("configured/Dockerfile", "FROM alpine:3.19\nRUN apk add curl\nMAINTAINER me\n")
                .write("vendor/Dockerfile", "FROM alpine:3.19\nRUN apk add curl\n")
                .write(".drydockignore", "vendor/\n")
                .write("templates/Dockerfile.j2", "FROM {{ image }}\nMAINTAINER me\n")
                .write("Dockerfile.py", "import os\n")
                .write("bad/Dockerfile", "FROM alpine:3.19\nRUN echo \u0000\n");
        git.commitAll("first");
    }

    private CommandCase.Result drydock(String arguments) {
        return CommandCase.in(git.folder())
                .run("HOME=" + temp.resolve("home") + " XDG_CONFIG_HOME=" + temp.resolve("home") + " drydock "
                        + arguments);
    }

    private String tree(String revision) {
        return git.run("rev-parse", revision + "^{tree}");
    }

    @Test
    void theBranchHoldsWhatDiffPrints() throws IOException {
        String patch = drydock("diff --quiet --exit-zero").stdout();
        assertThat(patch).contains("+++ b/crlf/Dockerfile").doesNotContain("vendor/");
        CommandCase.Result result = drydock("branch");
        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(result.stdout()).matches("drydock/fixes made at [0-9a-f]{8}: Harden the Dockerfiles\n");
        GitCommand other = GitCommand.in(temp.resolve("other"));
        git.run("clone", "-q", git.folder().toString(), other.folder().toString());
        Files.writeString(other.folder().resolve(".git/patch"), patch, StandardCharsets.UTF_8);
        other.run("apply", "--index", ".git/patch");
        assertThat(other.run("write-tree")).isEqualTo(tree("drydock/fixes"));
        assertThat(git.run("diff", "--name-only", "main..drydock/fixes").split("\n"))
                .containsExactly("Dockerfile", "configured/Dockerfile", "crlf/Dockerfile", "no newline/Dockerfile");
        assertThat(git.tryRun("fsck", "--strict", "--no-progress").output()).isEmpty();
    }

    @Test
    void indexAndWorkTreeStayAsTheyAre() throws IOException {
        git.write("staged.txt", "staged\n");
        git.run("add", "staged.txt");
        git.write("Dockerfile", "FROM dirty\n").write("untracked/Dockerfile", NODE);
        byte[] index = Files.readAllBytes(git.folder().resolve(".git/index"));
        Map<String, String> before = workTree();
        CommandCase.Result result = drydock("branch");
        assertThat(result.exit()).isZero();
        assertThat(result.stderr())
                .isEqualTo("warning: Dockerfile has changes in the work tree that the branch does not have\n");
        assertThat(Files.readAllBytes(git.folder().resolve(".git/index"))).isEqualTo(index);
        assertThat(workTree()).isEqualTo(before);
        assertThat(git.run("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
        assertThat(git.run("diff", "--name-only", "main..drydock/fixes")).doesNotContain("untracked");
    }

    private Map<String, String> workTree() throws IOException {
        Map<String, String> files = CommandCase.snapshot(git.folder());
        files.keySet().removeIf(name -> name.startsWith(".git/"));
        return files;
    }

    @Test
    void aSecondRunChangesNothing() {
        drydock("branch");
        String made = git.run("rev-parse", "drydock/fixes");
        CommandCase.Result second = drydock("branch");
        assertThat(second.stdout()).isEqualTo("drydock/fixes up to date: Harden the Dockerfiles\n");
        assertThat(second.exit()).isZero();
        assertThat(git.run("rev-parse", "drydock/fixes")).isEqualTo(made);
    }

    @Test
    void aCommitForEachTransformLeadsToTheSameFiles() {
        drydock("branch");
        String tree = tree("drydock/fixes");
        CommandCase.Result result = drydock("branch --commit-per transform");
        assertThat(result.stdout()).contains("rebuilt");
        assertThat(tree("drydock/fixes")).isEqualTo(tree);
        String[] rules = git.run(
                        "log", "--format=%(trailers:key=Drydock-Rule,valueonly,separator=%x2C)", "main..drydock/fixes")
                .split("\n+");
        assertThat(rules).hasSizeGreaterThan(4).doesNotHaveDuplicates().allMatch(rule -> !rule.contains(","));
        assertThat(drydock("branch --commit-per transform").stdout()).contains("up to date");
    }

    @Test
    void safeRepairsAndThoseThatWantAReviewAreApart() {
        CommandCase.Result result = drydock("pr --no-push");
        assertThat(result.stdout()).contains("drydock/fixes made").contains("drydock/review made");
        assertThat(git.run("diff", "main..drydock/fixes"))
                .contains("+RUN apk add --no-cache curl")
                .doesNotContain("USER 1000:1000");
        // The review fix owns what the safe one copies: both change one line and stay together, so that the
        // branches merge.
        assertThat(git.run("diff", "main..drydock/review"))
                .contains("+COPY --chown=node:node config.json /app/")
                .contains("+USER 1000:1000")
                .doesNotContain("apk");
    }

    @Test
    void aGroupForEachFolderRuleOrFile() {
        drydock("branch --group-by directory");
        drydock("branch --group-by rule --branch-prefix rule/");
        drydock("branch --group-by file --branch-prefix file/");
        assertThat(git.run("branch", "--format=%(refname:short)").split("\n"))
                .contains(
                        "drydock/root",
                        "drydock/no-newline",
                        "rule/apk-no-cache",
                        "rule/run-as-non-root",
                        "file/dockerfile",
                        "file/crlf-dockerfile");
        assertThat(git.run("diff", "--name-only", "main..rule/apk-no-cache").split("\n"))
                .containsExactly("crlf/Dockerfile", "no newline/Dockerfile");
    }

    @Test
    void theMessageFollowsTheHabitOfTheRepository() {
        for (int i = 0; i < 6; i++) {
            git.run("commit", "-q", "--allow-empty", "-m", "feat(docker): number " + i);
        }
        drydock("branch --signoff --author Bot<bot@example.org>");
        assertThat(git.run("log", "-1", "--format=%s|%an|%(trailers:key=Signed-off-by,valueonly)", "drydock/fixes")
                        .strip())
                .isEqualTo("fix(docker): harden the Dockerfiles|Bot|Bot <bot@example.org>");
    }

    @Test
    void aDryRunSaysEverythingAndWritesNothing() {
        CommandCase.Result result = drydock("branch --dry-run");
        assertThat(result.exit()).isEqualTo(ExitCodes.FINDINGS);
        assertThat(result.stdout())
                .contains("drydock/fixes would be written: Harden the Dockerfiles")
                .contains("    Drydock-Rule: apk-no-cache")
                .contains("+COPY --chown=node:node config.json /app/");
        assertThat(git.run("branch", "--list", "drydock/*")).isEmpty();
    }

    @Test
    void onlyTheNamedPathsAreLookedAt() {
        drydock("branch crlf vendor/Dockerfile");
        assertThat(git.run("diff", "--name-only", "main..drydock/fixes"))
                .isEqualTo("crlf/Dockerfile\nvendor/Dockerfile");
    }

    @Test
    void whatWasLeftIsTold() {
        assertThat(drydock("branch -v").stderr())
                .contains("left: bad/Dockerfile:2 text: a NUL byte: this is not a text file; left as it is");
    }

    @Test
    void aBrokenConfigurationIsOneClearLine() {
        git.write("crlf/.drydock.yaml", "safty: safe\n").commitAll("config");
        CommandCase.Result result = drydock("branch");
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr())
                .isEqualTo(
                        "drydock: error: crlf/.drydock.yaml:1:1: unknown key, did you mean \"safety\"?; what it holds for is left as it is\n");
        assertThat(git.run("branch", "--list", "drydock/*")).isNotEmpty();
    }

    @Test
    void theConfigurationSaysHowBranchesAreMade() {
        git.write(".drydock.yaml", "pr:\n  group-by: rule\n  sign-off: true\n").commitAll("config");
        drydock("branch");
        assertThat(git.run("branch", "--list", "drydock/*")).contains("drydock/apk-no-cache");
        assertThat(git.run("log", "-1", "--format=%B", "drydock/apk-no-cache")).contains("Signed-off-by: A Person");
        git.write(".drydock.yaml", "pr:\n  group-by: stage\n").commitAll("config");
        assertThat(drydock("branch").stderr())
                .contains(".drydock.yaml:2:13: group-by is one of safety, all, file, rule, directory");
    }

    @Test
    void outsideOfARepositoryIsOneClearLine() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));
        CommandCase.Result result = CommandCase.in(empty).run("HOME=" + temp + " drydock branch");
        assertThat(result.exit()).isEqualTo(ExitCodes.ERROR);
        assertThat(result.stderr()).isEqualTo("drydock: error: <folder> is not in a Git repository\n");
    }

    @Test
    void nothingOfAHostileRepositoryRunsOrIsFollowed() throws IOException {
        Path marker = temp.resolve("ran");
        Path secret = Files.writeString(temp.resolve("secret"), "FROM alpine:3.19\nMAINTAINER secret\n");
        Files.createSymbolicLink(git.folder().resolve("Containerfile"), secret);
        Files.createSymbolicLink(git.folder().resolve(".drydock.yaml"), secret);
        git.commitAll("links");
        String touch = "touch " + marker;
        for (String hook : List.of("pre-commit", "commit-msg", "post-commit", "reference-transaction")) {
            Path file = Files.writeString(git.folder().resolve(".git/hooks/" + hook), "#!/bin/sh\n" + touch + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path config = git.folder().resolve(".git/config");
        Files.writeString(
                config,
                Files.readString(config) + "[core]\n\tfsmonitor = " + touch + "\n\tsshCommand = " + touch
                        + "\n[gpg]\n\tformat = ssh\n\tprogram = " + touch + "\n[commit]\n\tgpgsign = true\n"
                        + "[filter \"x\"]\n\tclean = " + touch + "\n\tsmudge = " + touch + "\n");
        CommandCase.Result result = drydock("branch -v");
        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(result.stderr()).contains("skipped Containerfile is a symbolic link");
        assertThat(result.stdout() + result.stderr()).doesNotContain("MAINTAINER secret");
        assertThat(marker).doesNotExist();
        assertThat(Files.readString(secret)).contains("MAINTAINER");
        assertThat(git.run("diff", "--name-only", "main..drydock/fixes")).doesNotContain("Containerfile");
    }
}

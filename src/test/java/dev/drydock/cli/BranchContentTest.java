package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.catalogue.Catalogue;
import dev.drydock.edit.FileChange;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.git.GitCommand;
import dev.drydock.project.ProjectFile;
import dev.drydock.project.ProjectPath;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.Finding;
import dev.drydock.transform.Inspection;
import dev.drydock.transform.Outcome;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a branch holds is what diff prints: several files, new files, modes and line endings included. */
class BranchContentTest {
    private static final String SECRET = "correct-horse-battery-staple";

    @TempDir
    Path temp;

    private GitCommand git;

    @BeforeEach
    void aRepositoryOfSeveralProjects() throws IOException {
        git = GitCommand.init(temp.resolve("repo"));
        git.write("Dockerfile", """
                FROM node:18
                WORKDIR /app
                COPY package.json package-lock.json ./
                RUN npm install
                COPY . .
                CMD ["node", "index.js"]
                """)
                .write("package.json", "{}\n")
                .write("package-lock.json", "{}\n")
                .write("index.js", "1\n")
                .write(".env.example", "A=\n")
                .write(
                        "api/Dockerfile",
                        "FROM python:3.11\nWORKDIR /srv\nCOPY . .\nRUN pip install -r requirements.txt\n")
                .write("api/requirements.txt", "flask\n")
                .write("api/.dockerignore", "*.log\n")
                .write("old stuff/Dockerfile", "FROM debian:12\r\nRUN apt-get update && apt-get install -y curl\r\n")
                .write("docker-compose.yml", """
                        version: "3.8"
                        services:
                          api:
                            build: ./api
                          tools:
                            build: ./tools
                        """)
                .write("tools/.drydock.yaml", "ignore: [apk-no-cache]\n")
                .write("tools/Dockerfile", "FROM alpine:3.19\nENV API_PASSWORD=" + SECRET + "\nRUN apk add curl");
        Files.setPosixFilePermissions(
                git.folder().resolve("old stuff/Dockerfile"), PosixFilePermissions.fromString("rwxr-xr-x"));
        git.commitAll("first");
    }

    /** Requests that conflict with each other leave the second one to people once the first is merged. */
    @Test
    void theBranchesOfTheSafetyLevelsMerge() {
        git.write("Dockerfile", """
                        FROM alpine:3.19
                        MAINTAINER me
                        ENV MODE=production
                        WORKDIR /srv
                        COPY tool /srv/
                        RUN apk update && apk add curl && curl http://example.com/x | sh
                        ENV LEVEL=info
                        CMD ["sh"]
                        """).write("tool", "x\n").commitAll("both levels in one line");
        assertThat(drydock("branch --group-by safety").exit()).isZero();
        assertThat(git.run("show", "drydock/fixes:Dockerfile"))
                .contains("LABEL ")
                .contains("apk update");
        assertThat(git.run("show", "drydock/review:Dockerfile"))
                .contains("pipefail")
                .doesNotContain("apk update");
        git.run("merge", "-q", "--no-edit", "drydock/fixes");
        git.run("merge", "-q", "--no-edit", "drydock/review");
        assertThat(git.run("show", "HEAD:Dockerfile")).contains("LABEL ").contains("pipefail");
    }

    /** As on the command line: a broken file says so, and costs what it holds for. */
    @Test
    void aBrokenConfigurationOrLockCostsItsFolder() {
        git.write("api/.drydock.yaml", "safety: hunter2\n")
                .write("tools/drydock.lock", "version: [\n")
                .commitAll("two broken files");
        CommandCase.Result result = drydock("branch");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.stderr())
                .contains("api/.drydock.yaml:1:9: safety is one of safe, review, suggest")
                .contains("tools/drydock.lock:1:10: ")
                .doesNotContain("hunter2");
        assertThat(git.run("show", "--stat", "--format=", "drydock/fixes"))
                .contains("Dockerfile")
                .contains("old stuff")
                .doesNotContain("api/")
                .doesNotContain("tools/");
    }

    private CommandCase command() {
        return CommandCase.in(git.folder());
    }

    private CommandCase.Result drydock(CommandCase command, String arguments) {
        return command.run(
                "HOME=" + temp.resolve("home") + " XDG_CONFIG_HOME=" + temp.resolve("home") + " drydock " + arguments);
    }

    private CommandCase.Result drydock(String arguments) {
        return drydock(command(), arguments);
    }

    private String tree(String revision) {
        return git.run("rev-parse", revision + "^{tree}");
    }

    /** Returns the tree that a patch makes of the commit that is checked out. */
    private String applied(String patch) throws IOException {
        Path folder = Files.createTempDirectory(temp, "other");
        git.run("clone", "-q", git.folder().toString(), folder.toString());
        Files.writeString(folder.resolve(".git/patch"), patch, StandardCharsets.UTF_8);
        GitCommand other = GitCommand.in(folder);
        other.run("apply", "--index", ".git/patch");
        return other.run("write-tree");
    }

    /** Returns the lines of each file's hunks, whatever stands in front of them and behind their numbers. */
    private static Map<String, String> hunks(String patch) {
        Map<String, String> hunks = new TreeMap<>();
        String file = "";
        boolean inside = false;
        for (String line : patch.split("\n", -1)) {
            if (line.startsWith("+++ ")) {
                file = line.substring("+++ ".length()).strip().replace("\"", "");
                inside = true;
            } else if (line.isEmpty() || "diff --git".regionMatches(0, line, 0, 10) || line.startsWith("--- ")) {
                inside = false;
            } else if (inside) {
                int heading = line.startsWith("@@") ? line.indexOf("@@", 2) + 2 : line.length();
                hunks.merge(file, line.substring(0, heading) + "\n", String::concat);
            }
        }
        return hunks;
    }

    @ParameterizedTest
    @EnumSource(Safety.class)
    void theBranchIsWhatDiffPrints(Safety level) throws IOException {
        String patch = drydock("diff --quiet --exit-zero --show-secrets --safety " + level.label())
                .stdout();
        CommandCase.Result result = drydock("branch --safety " + level.label());
        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(tree("drydock/fixes")).isEqualTo(applied(patch));
        assertThat(hunks(git.tryRun("diff", "main..drydock/fixes").output())).isEqualTo(hunks(patch));
        if (level != Safety.SAFE) {
            assertThat(git.run("diff", "--name-status", "main..drydock/fixes"))
                    .contains("A\t.dockerignore", "M\tapi/.dockerignore");
        }
        assertThat(git.tryRun("fsck", "--strict", "--no-progress").output()).isEmpty();
    }

    @Test
    void modesStayAndNewFilesAreOrdinary() {
        drydock("branch");
        assertThat(git.run(
                        "ls-tree",
                        "-r",
                        "--format=%(objectmode) %(path)",
                        "drydock/fixes",
                        "old stuff/Dockerfile",
                        "Dockerfile",
                        ".dockerignore"))
                .isEqualTo("100644 .dockerignore\n100644 Dockerfile\n100755 old stuff/Dockerfile");
    }

    /** With conversion of line endings, the work tree has others than the commit; the commit's are kept. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "input", "false"})
    void conversionOfLineEndingsPlaysNoPart(String autocrlf) throws IOException {
        git.run("checkout", "-q", "-b", "converted");
        git.write(".gitattributes", "api/* text eol=crlf\n").commitAll("attributes");
        git.run("config", "core.autocrlf", autocrlf);
        Files.delete(git.folder().resolve("api/Dockerfile"));
        git.run("checkout", "-q", "--", "api/Dockerfile");
        assertThat(Files.readString(git.folder().resolve("api/Dockerfile"))).contains("\r\n");
        CommandCase.Result result = drydock("branch");
        assertThat(result.stderr()).isEmpty();
        String changed = git.run("-c", "core.autocrlf=false", "diff", "converted..drydock/fixes", "--", "api");
        assertThat(changed).endsWith("+RUN pip install --no-cache-dir -r requirements.txt");
        assertThat(changed).doesNotContain("\r");
        assertThat(git.run("cat-file", "-p", "drydock/fixes:old stuff/Dockerfile"))
                .contains("curl ca-certificates && rm -rf /var/lib/apt/lists/*");
        assertThat(git.tryRun("cat-file", "-p", "drydock/fixes:old stuff/Dockerfile")
                        .output()
                        .lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "directory"})
    void theGroupsTogetherAreTheWhole(String grouping) {
        drydock("branch");
        drydock("branch --branch-prefix part/ --group-by " + grouping);
        git.run("checkout", "-q", "-b", "together");
        String[] parts = git.run("branch", "--list", "part/*", "--format=%(refname:short)")
                .split("\n");
        assertThat(parts).hasSizeBetween(2, 4);
        for (String part : parts) {
            git.run("merge", "-q", "--no-edit", part);
        }
        assertThat(tree("together")).isEqualTo(tree("drydock/fixes"));
    }

    @Test
    void aProjectIsNamedAfterWhatPeopleMaintain() {
        assertThat(drydock("branch --group-by file").stdout())
                .contains("drydock/docker-compose-yml made")
                .contains(": Harden docker-compose.yml and what belongs to it\n")
                .contains(": Harden old stuff/Dockerfile\n");
        assertThat(drydock("branch api --branch-prefix api/").stdout()).contains(": Harden the Dockerfile\n");
        assertThat(drydock("branch --branch-prefix all/").stdout())
                .contains(": Harden the Dockerfiles and compose file\n");
    }

    @Test
    void aSignedCommitVerifies() throws IOException, InterruptedException {
        Path key = temp.resolve("key");
        assertThat(new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        String publicKey = Files.readString(temp.resolve("key.pub"));
        Path allowed = Files.writeString(temp.resolve("allowed"), "bot@example.org " + publicKey);
        drydock("branch --commit-per transform --signing-key " + key + " --author Bot<bot@example.org> --signoff");
        String[] commits = git.run("rev-list", "main..drydock/fixes").split("\n");
        assertThat(commits).hasSizeGreaterThan(3);
        for (String commit : commits) {
            GitCommand.Result verified = git.tryRun(
                    "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=" + allowed, "verify-commit", commit);
            assertThat(verified.status()).as(verified.output()).isZero();
            assertThat(verified.output()).contains("Good \"git\" signature for bot@example.org");
        }
        assertThat(git.tryRun("fsck", "--strict", "--no-progress").output()).isEmpty();
        assertThat(drydock("branch --signing-key " + temp.resolve("none")).stderr())
                .contains("the signing key " + temp.resolve("none") + ".pub cannot be read");
    }

    /** Moves a password into a file of its own, and keeps that file out of the build. */
    private static final class Hiding implements Transform {
        private static final String LINE = "ENV API_PASSWORD=" + SECRET + "\n";

        @Override
        public String id() {
            return "env-secret-out";
        }

        @Override
        public List<Finding> inspect(Inspection inspection) {
            return inspection.project().files().stream()
                    .filter(file -> file.source().text().contains(LINE))
                    .map(this::hidden)
                    .toList();
        }

        private Finding hidden(ProjectFile file) {
            int start = file.source().text().indexOf(LINE);
            TextRange range = new TextRange(start, start + LINE.length());
            ProjectPath folder = file.path().parent();
            Rewrite rewrite = new Rewrite(
                    "Take the password out",
                    Safety.SAFE,
                    List.of(
                            new FileChange.Edits(file.path(), List.of(TextEdit.delete(range))),
                            new FileChange.Creation(
                                    folder.resolve("secrets/password").orElseThrow(), SECRET + "\n", true),
                            new FileChange.Creation(
                                    folder.resolve(".dockerignore").orElseThrow(), "secrets\n", false)),
                    List.of(),
                    List.of());
            return new Finding(id(), file.path(), range, "there is a password", new Outcome.Repair(rewrite));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--commit-per transform", "--group-by file", "--group-by rule", "--group-by safety"})
    void aSecretFileIsNeverCommitted(String options) throws IOException {
        Catalogue catalogue = Catalogue.of(
                Catalogue.readPages(Path.of("transforms")).stream()
                        .filter(page -> page.path().equals("secrets/env-secret-out.md"))
                        .toList(),
                List.of(new Hiding()));
        git.run("rm", "-q", "tools/.drydock.yaml");
        git.commitAll("no configuration");
        CommandCase.Result result = drydock(command().with(() -> catalogue), "branch -v " + options);
        assertThat(result.exit()).as(result.stderr()).isZero();
        String branch = git.run("branch", "--list", "drydock/*", "--format=%(refname:short)")
                .strip();
        assertThat(git.run("diff", "--name-status", "main.." + branch))
                .isEqualTo("A\ttools/.dockerignore\nM\ttools/Dockerfile");
        assertThat(result.stderr())
                .contains("left: tools/secrets/password secret: the file holds a secret value; it is not committed");
        assertThat(result.stdout()).contains("make tools/secrets/password where the application runs");
        if (!options.contains("--commit-per")) {
            assertThat(git.run("log", "-1", "--format=%B", branch)).contains("- tools/secrets/password");
        }
        String objects = git.run("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)");
        for (String object : objects.lines().toList()) {
            if (object.endsWith(" blob") && !object.startsWith(git.run("rev-parse", "main:tools/Dockerfile"))) {
                assertThat(git.run("cat-file", "-p", object.substring(0, object.indexOf(' '))))
                        .doesNotContain(SECRET);
            }
        }
        assertThat(git.folder().resolve("tools/secrets")).doesNotExist();
    }
}

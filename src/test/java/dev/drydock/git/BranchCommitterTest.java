package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchCommitterTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    static final CommitIdentity DRYDOCK = new CommitIdentity("Drydock", "drydock@example.org");

    @TempDir
    Path temp;

    static BranchCommitter.Settings settings(boolean signOff, Optional<CommitSigner> signer) {
        return new BranchCommitter.Settings(
                new CommitIdentity("An Author", "author@example.org"), DRYDOCK, signOff, signer, CLOCK);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static PlannedCommit commit(String subject, FileChange... files) {
        return new PlannedCommit(new CommitMessage(subject, List.of(), List.of()), List.of(files));
    }

    private ObjectId commitOn(LocalRepository local, PlannedCommit... commits) throws GitException {
        return new BranchCommitter(local.repository(), settings(false, Optional.empty()))
                .commit(local.head(), List.of(commits));
    }

    @Test
    void aBranchGetsTheChangeAndNothingElseMoves() throws IOException {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM a\n").write("run.sh", "#!/bin/sh\n").write("b/c.txt", "c\n");
        Files.setPosixFilePermissions(git.folder().resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        git.commitAll("first");
        git.write("staged.txt", "staged\n");
        git.run("add", "staged.txt");
        git.write("Dockerfile", "FROM dirty\n").write("untracked.txt", "x\n");
        var before = everyFile(git.folder());
        try (LocalRepository local = LocalRepository.open(git.folder().resolve("b"))) {
            ObjectId head = local.head();
            ObjectId made = commitOn(
                    local,
                    commit(
                            "Pin",
                            FileChange.edit("Dockerfile", bytes("FROM a\n"), bytes("FROM a:1\n")),
                            FileChange.edit("run.sh", bytes("#!/bin/sh\n"), bytes("#!/bin/sh\nset -e\n")),
                            FileChange.add("new/.dockerignore", bytes(".git\n"))));
            new BranchCommitter(local.repository(), settings(false, Optional.empty()))
                    .updateBranch("drydock/fixes", made, ObjectId.zeroId());
            assertThat(head).isNotEqualTo(made);
            assertThat(local.currentBranch()).contains("main");
            assertThat(local.differsInWorkTree("Dockerfile", bytes("FROM a\n"))).isTrue();
            assertThat(local.differsInWorkTree("run.sh", bytes("#!/bin/sh\n"))).isFalse();
        }
        assertThat(everyFile(git.folder())).isEqualTo(before);
        assertThat(git.run("status", "--porcelain")).isEqualTo("M Dockerfile\nA  staged.txt\n?? untracked.txt");
        assertThat(git.run("diff", "--name-status", "main..drydock/fixes"))
                .isEqualTo("M\tDockerfile\nA\tnew/.dockerignore\nM\trun.sh");
        assertThat(git.run("ls-tree", "-r", "--format=%(objectmode) %(path)", "drydock/fixes"))
                .isEqualTo("100644 Dockerfile\n100644 b/c.txt\n100644 new/.dockerignore\n100755 run.sh");
        assertThat(git.run("log", "-1", "--format=%an %ae %cn %s", "drydock/fixes"))
                .isEqualTo("An Author author@example.org Drydock Pin");
        assertThat(git.run("fsck", "--strict", "--full"))
                .doesNotContain("error")
                .doesNotContain("warning");
    }

    /** Everything below the folder but the objects and refs that a commit adds. */
    private static Map<String, String> everyFile(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (!name.startsWith(".git/objects") && !name.contains("heads/drydock")) {
                    files.put(
                            name,
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                    + Files.getLastModifiedTime(file)
                                    + Files.getPosixFilePermissions(file));
                }
            }
        }
        return files;
    }

    @Test
    void lineEndingConversionPlaysNoPart() {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.run("config", "core.autocrlf", "true");
        git.write(".gitattributes", "* text=auto eol=crlf\n").write("Dockerfile", "FROM a\r\nRUN x\r\n");
        git.commitAll("first");
        assertThat(git.run("cat-file", "-s", "HEAD:Dockerfile")).isEqualTo("13");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            HeadFiles files = HeadFiles.of(local.repository(), local.head());
            byte[] blob = files.read("Dockerfile", 100).orElseThrow();
            assertThat(blob).isEqualTo(bytes("FROM a\nRUN x\n"));
            assertThat(local.differsInWorkTree("Dockerfile", blob)).isFalse();
            ObjectId made =
                    commitOn(local, commit("Pin", FileChange.edit("Dockerfile", blob, bytes("FROM a:1\nRUN x\n"))));
            assertThat(git.run("diff", "--numstat", "HEAD", made.name())).isEqualTo("1\t1\tDockerfile");
        } catch (GitException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void oneCommitForEachTransformBuildsUp() throws GitException {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM a\n").commitAll("first");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            ObjectId made = commitOn(
                    local,
                    commit("One", FileChange.edit("Dockerfile", bytes("FROM a\n"), bytes("FROM a:1\n"))),
                    commit("Two", FileChange.edit("Dockerfile", bytes("FROM a:1\n"), bytes("FROM a:1\nUSER 1\n"))));
            assertThat(git.run("log", "--format=%s", made.name())).isEqualTo("Two\nOne\nfirst");
            OwnCommits.Branch branch = OwnCommits.inspect(local.repository(), made);
            assertThat(branch.isOwn()).isTrue();
            assertThat(branch.base()).isEqualTo(local.head());
            assertThat(branch.commits()).isEqualTo(2);
        }
    }

    @Test
    void aChangeForAnotherContentIsRefused() throws GitException {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM a\n").write("folder/x", "x").commitAll("first");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            assertThatThrownBy(() -> commitOn(
                            local, commit("x", FileChange.edit("Dockerfile", bytes("FROM b\n"), bytes("FROM c\n")))))
                    .isInstanceOf(GitException.class)
                    .hasMessageContaining("Dockerfile is not in the commit what the change was made for");
            assertThatThrownBy(() -> commitOn(local, commit("x", FileChange.add("Dockerfile", bytes("FROM c\n")))))
                    .isInstanceOf(GitException.class);
            for (String path :
                    List.of(".git/hooks/x", "a/../b", "/a", "a//b", "x/.GIT/config", "Dockerfile/x", "folder")) {
                assertThatThrownBy(() -> commitOn(local, commit("x", FileChange.add(path, bytes("x")))))
                        .as(path)
                        .isInstanceOf(GitException.class);
            }
        }
    }

    @Test
    void aBranchThatMovedMeanwhileIsNotOverwritten() throws GitException {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM a\n").commitAll("first");
        git.run("branch", "drydock/fixes");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            ObjectId made = commitOn(local, commit("x", FileChange.add("b", bytes("b"))));
            BranchCommitter committer = new BranchCommitter(local.repository(), settings(false, Optional.empty()));
            assertThatThrownBy(() -> committer.updateBranch("drydock/fixes", made, ObjectId.zeroId()))
                    .isInstanceOf(GitException.class)
                    .hasMessageContaining("moved meanwhile");
            committer.updateBranch("drydock/fixes", made, local.head());
            assertThat(git.run("rev-parse", "drydock/fixes")).isEqualTo(made.name());
            assertThatThrownBy(() -> committer.updateBranch("../x", made, ObjectId.zeroId()))
                    .isInstanceOf(GitException.class);
        }
    }

    @Test
    void amendedAndAddedCommitsOfPeopleAreForeign() throws GitException {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM a\n").commitAll("first");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            ObjectId made = commitOn(
                    local, commit("Pin", FileChange.edit("Dockerfile", bytes("FROM a\n"), bytes("FROM a:1\n"))));
            git.run("checkout", "-q", "-b", "edited", made.name());
            git.write("Dockerfile", "FROM a:2\n");
            String message = git.run("log", "-1", "--format=%B");
            git.run("commit", "-qa", "--amend", "-m", message);
            assertThat(OwnCommits.inspect(local.repository(), local.commit("edited"))
                            .foreign())
                    .hasValueSatisfying(text -> assertThat(text).contains("\"Pin\" by"));
            git.run("checkout", "-q", "-b", "added", made.name());
            git.write("other", "x").commitAll("Mine");
            OwnCommits.Branch added = OwnCommits.inspect(local.repository(), local.commit("added"));
            assertThat(added.foreign())
                    .hasValueSatisfying(text -> assertThat(text).contains("\"Mine\" by A Person"));
            assertThat(OwnCommits.inspect(local.repository(), made).isOwn()).isTrue();
            git.run("checkout", "-q", "main");
            git.write("moved", "x").commitAll("moved");
            git.run("checkout", "-q", "-b", "rebased", made.name());
            git.run("rebase", "-q", "main");
            assertThat(OwnCommits.inspect(local.repository(), local.commit("rebased"))
                            .isOwn())
                    .isFalse();
        }
    }

    @Test
    void signedAndSignedOffCommitsVerify() throws IOException, InterruptedException {
        GitCommand git = GitCommand.init(temp.resolve("a"));
        git.write("Dockerfile", "FROM a\n").commitAll("first");
        Path key = temp.resolve("key");
        int made = new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        Path allowed = temp.resolve("allowed");
        Files.writeString(allowed, "drydock@example.org " + Files.readString(temp.resolve("key.pub")));
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            BranchCommitter committer =
                    new BranchCommitter(local.repository(), settings(true, Optional.of(CommitSigner.withKey(key))));
            ObjectId commit = committer.commit(local.head(), List.of(commit("Pin", FileChange.add("b", bytes("b")))));
            GitCommand.Result verified = git.tryRun(
                    "-c",
                    "gpg.format=ssh",
                    "-c",
                    "gpg.ssh.allowedSignersFile=" + allowed,
                    "verify-commit",
                    commit.name());
            assertThat(verified.output()).contains("Good \"git\" signature for drydock@example.org");
            assertThat(verified.status()).isZero();
            assertThat(git.run("log", "-1", "--format=%(trailers:key=Signed-off-by)", commit.name()))
                    .isEqualTo("Signed-off-by: Drydock <drydock@example.org>");
            assertThat(git.run("fsck", "--strict")).doesNotContain("error");
        }
    }
}

package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.project.ProjectPath;
import dev.drydock.project.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout from anywhere, which tries to run, read or overwrite something. */
class HostileRepositoryTest {
    @TempDir
    Path temp;

    private GitCommand repository() {
        GitCommand git = GitCommand.init(temp.resolve("repo"));
        git.write("Dockerfile", "FROM a\n").commitAll("first");
        return git;
    }

    @Test
    void nothingInTheConfigurationRuns() throws IOException {
        GitCommand git = repository();
        Path marker = temp.resolve("ran");
        String touch = "touch " + marker + ";";
        for (String hook : List.of(
                "pre-commit", "commit-msg", "post-commit", "pre-push", "reference-transaction", "post-index-change")) {
            Path file = git.folder().resolve(".git/hooks/" + hook);
            Files.writeString(file, "#!/bin/sh\n" + touch + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(
                git.folder().resolve(".git/config"),
                Files.readString(git.folder().resolve(".git/config"))
                        + "[core]\n\tsshCommand = " + touch + "\n\tfsmonitor = " + touch + "\n\thooksPath = "
                        + git.folder().resolve(".git/hooks")
                        + "\n\tpager = " + touch + "\n\teditor = " + touch
                        + "\n[filter \"x\"]\n\tclean = " + touch + "\n\tsmudge = " + touch + "\n\trequired = true\n"
                        + "[diff]\n\texternal = " + touch + "\n[credential]\n\thelper = !" + touch
                        + "\n[gpg]\n\tformat = ssh\n\tprogram = " + touch
                        + "\n[gpg \"ssh\"]\n\tprogram = " + touch + "\n\tdefaultKeyCommand = " + touch
                        + "\n[commit]\n\tgpgsign = true\n"
                        + "[remote \"origin\"]\n\turl = https://good.example/o/r.git\n\tuploadpack = " + touch
                        + "\n\treceivepack = " + touch
                        + "\n[url \"https://evil.example/\"]\n\tinsteadOf = https://good.example/\n"
                        + "[http]\n\tproxy = http://evil.example\n\textraHeader = X: y\n"
                        + "[include]\n\tpath = /dev/zero\n");
        Files.writeString(git.folder().resolve(".gitattributes"), "* filter=x diff=x\n");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            HeadFiles files = HeadFiles.of(local.repository(), local.head());
            ObjectId made = new BranchCommitter(
                            local.repository(), BranchCommitterTest.settings(false, Optional.empty()))
                    .commit(
                            local.head(),
                            List.of(BranchCommitterTest.commit(
                                    "Pin",
                                    FileChange.edit(
                                            "Dockerfile",
                                            files.read("Dockerfile", 100).orElseThrow(),
                                            BranchCommitterTest.bytes("FROM b\n")))));
            new BranchCommitter(local.repository(), BranchCommitterTest.settings(false, Optional.empty()))
                    .updateBranch("drydock/fixes", made, ObjectId.zeroId());
            assertThat(local.remote("origin"))
                    .hasValueSatisfying(url -> assertThat(url.host()).isEqualTo("good.example"));
            assertThat(local.repository().getConfig().toText())
                    .doesNotContain("touch")
                    .doesNotContain("evil")
                    .doesNotContain("include")
                    .doesNotContain("gpg");
        }
        assertThat(marker).doesNotExist();
        try (Stream<Path> rest = Files.list(git.folder().resolve(".git/refs/heads/drydock"))) {
            assertThat(rest).hasSize(1);
        }
    }

    @Test
    void nothingOfGitsEnvironmentIsObeyedAndNothingIsWrittenAtHome() {
        MachineIsolation.install();
        var reader = org.eclipse.jgit.util.SystemReader.getInstance();
        assertThat(reader).isInstanceOf(MachineIsolation.class);
        assertThat(reader.getenv("GIT_DIR")).isNull();
        assertThat(reader.getenv("GIT_SSH")).isNull();
        assertThat(reader.openJGitConfig(null, org.eclipse.jgit.util.FS.DETECTED)
                        .getFile())
                .isNull();
        assertThat(reader.openSystemConfig(null, org.eclipse.jgit.util.FS.DETECTED)
                        .getFile())
                .isNull();
    }

    @Test
    void oddEntriesAreSkippedWithTheReason() throws IOException {
        GitCommand git = repository();
        Files.createSymbolicLink(git.folder().resolve("link"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(git.folder().resolve("docker"), Path.of("/"));
        git.write("large.Dockerfile", "x".repeat(3000));
        git.write("lfs.Dockerfile", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n");
        git.write("a b/über \u202e.Dockerfile", "FROM c\n");
        git.commitAll("odd");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            ObjectId commit = hostileTree(local, local.tree(local.head()));
            HeadFiles files = HeadFiles.of(local.repository(), commit);
            assertThat(files.files())
                    .extracting(HeadFiles.Entry::path)
                    .containsExactly(
                            "good/Dockerfile",
                            "good/a b/über \u202e.Dockerfile",
                            "good/large.Dockerfile",
                            "good/lfs.Dockerfile");
            assertThat(files.read("good/large.Dockerfile", 2000)).isEmpty();
            assertThat(files.read("good/lfs.Dockerfile", 2000)).isEmpty();
            assertThat(files.read("good/Dockerfile", 2000)).isPresent();
            assertThat(files.read("good/link", 2000)).isEmpty();
            assertThat(files.skipped())
                    .extracting(SkippedFile::toString)
                    .contains(
                            "good/link is a symbolic link",
                            "good/docker is a symbolic link",
                            "sub is a submodule",
                            ".git has a name that could lead outside the work tree or into .git",
                            ".. has a name that could lead outside the work tree or into .git",
                            "good/large.Dockerfile is larger than the limit",
                            "good/lfs.Dockerfile is kept in Git LFS; the commit holds a pointer only")
                    .anyMatch(line -> line.contains("is not UTF-8"));
            Workspace workspace = new CommitWorkspace(files);
            assertThat(workspace.kind(ProjectPath.of("good"))).isEqualTo(Workspace.Kind.FOLDER);
            for (String path : List.of("good/link", "good/docker/new", "sub", "sub/new", "good/Dockerfile/new")) {
                assertThat(workspace.kind(ProjectPath.of(path))).as(path).isEqualTo(Workspace.Kind.OTHER);
            }
            assertThat(workspace.kind(ProjectPath.of("good/new"))).isEqualTo(Workspace.Kind.ABSENT);
            assertThat(workspace.list(ProjectPath.of("good")))
                    .extracting(ProjectPath::value)
                    .containsExactly("good/Dockerfile", "good/a b", "good/large.Dockerfile", "good/lfs.Dockerfile");
        }
    }

    /** A tree that no command of Git would write. */
    private static ObjectId hostileTree(LocalRepository local, ObjectId good) throws IOException {
        try (ObjectInserter inserter = local.repository().newObjectInserter()) {
            ObjectId blob =
                    inserter.insert(org.eclipse.jgit.lib.Constants.OBJ_BLOB, "evil\n".getBytes(StandardCharsets.UTF_8));
            TreeFormatter hooks = new TreeFormatter();
            hooks.append("post-checkout", FileMode.EXECUTABLE_FILE, blob);
            ObjectId folder = inserter.insert(hooks);
            TreeFormatter tree = new TreeFormatter();
            tree.append("..", FileMode.TREE, folder);
            tree.append(".git", FileMode.TREE, folder);
            tree.append("good", FileMode.TREE, good);
            tree.append("sub", FileMode.GITLINK, ObjectId.fromString("1234567890123456789012345678901234567890"));
            tree.append(new byte[] {'z', (byte) 0xff, '\n'}, FileMode.REGULAR_FILE, blob);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setAuthor(new PersonIdent("a", "b"));
            commit.setCommitter(new PersonIdent("a", "b"));
            commit.setMessage("evil");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    @Test
    void aSymbolicLinkInTheCommitIsNotReplacedAndNotFollowed() throws IOException {
        GitCommand git = repository();
        Path outside = temp.resolve("outside");
        Files.createDirectory(outside);
        Files.createSymbolicLink(git.folder().resolve("out"), outside);
        git.commitAll("link");
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            BranchCommitter committer =
                    new BranchCommitter(local.repository(), BranchCommitterTest.settings(false, Optional.empty()));
            assertThatThrownBy(() -> committer.commit(
                            local.head(),
                            List.of(BranchCommitterTest.commit(
                                    "x", FileChange.add("out/.dockerignore", BranchCommitterTest.bytes("x"))))))
                    .hasMessageContaining("out is not a directory in the commit");
            assertThatThrownBy(() -> committer.commit(
                            local.head(),
                            List.of(BranchCommitterTest.commit(
                                    "x",
                                    FileChange.edit(
                                            "out",
                                            BranchCommitterTest.bytes(outside.toString()),
                                            BranchCommitterTest.bytes("x"))))))
                    .hasMessageContaining("not a regular file");
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aRefsFolderThatLeadsOutsideIsNotWrittenTo() throws IOException {
        GitCommand git = repository();
        Path outside = temp.resolve("outside");
        Files.createDirectory(outside);
        Files.createSymbolicLink(git.folder().resolve(".git/refs/heads/drydock"), outside);
        try (LocalRepository local = LocalRepository.open(git.folder())) {
            assertThatThrownBy(() -> local.checkBranchIsInside("drydock/fixes"))
                    .hasMessageContaining("is a symbolic link");
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aTreeWithoutEndIsGivenUp() throws IOException {
        GitCommand git = repository();
        try (LocalRepository local = LocalRepository.open(git.folder());
                ObjectInserter inserter = local.repository().newObjectInserter()) {
            ObjectId blob = inserter.insert(org.eclipse.jgit.lib.Constants.OBJ_BLOB, new byte[] {'x'});
            ObjectId below = blob;
            for (int level = 0; level < 12; level++) {
                TreeFormatter tree = new TreeFormatter();
                for (char name = 'a'; name < 'k'; name++) {
                    tree.append(String.valueOf(name), level == 0 ? FileMode.REGULAR_FILE : FileMode.TREE, below);
                }
                below = inserter.insert(tree);
            }
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(below);
            commit.setAuthor(new PersonIdent("a", "b"));
            commit.setCommitter(new PersonIdent("a", "b"));
            commit.setMessage("bomb");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            assertThatThrownBy(() -> HeadFiles.of(local.repository(), id, 5000))
                    .hasMessageContaining("more than 5000 files");
        }
    }
}
